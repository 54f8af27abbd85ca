import type { SourceCapability } from '../../model/source-capability.ts';

const DAY_MS = 86_400_000;

/** What Bluesky tells through its app view and the directory of accounts. */
export const BLUESKY_CAPABILITY: SourceCapability = {
  countMs: 1_000,
  // Search reaches back to the first post; the page budget is the nearer limit of a busy hashtag.
  historyMs: 7 * DAY_MS,
  pastMs: 7 * DAY_MS,
  deletions: 'looked-up',
  // From the directory's log; null where there is none.
  authorDates: 'exact',
  // Search gives none.
  reposts: false,
  trends: true,
  priceUsd: { countRequest: 0, post: 0, author: 0 },
  postsWithCounts: true,
};
