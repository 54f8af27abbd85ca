import type { SourceCapability } from '../../model/source-capability.ts';
import { MICRO, X_PRICES } from './prices.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Recent search and counts reach back so far. */
export const RECENT_MS = 7 * DAY_MS;

/** X refuses an end less than 10 s ago; the rest is for clocks that differ. */
export const LAG_MS = 15_000;

/** What X tells an app that pays by use. */
export const X_CAPABILITY: SourceCapability = {
  countMs: MINUTE_MS,
  countLagMs: LAG_MS,
  historyMs: RECENT_MS,
  pastMs: RECENT_MS,
  deletions: 'looked-up',
  authorDates: 'exact',
  // Keyword search gives none since May 2026.
  reposts: false,
  trends: true,
  priceUsd: {
    countRequest: X_PRICES.countRequest / MICRO,
    post: X_PRICES.post / MICRO,
    author: X_PRICES.author / MICRO,
  },
  postsWithCounts: false,
};
