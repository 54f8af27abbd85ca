import type { SourceCapability } from '../../model/source-capability.ts';

const DAY_MS = 86_400_000;

/** What a server with Mastodon's API can tell. */
export const MASTODON_CAPABILITY: SourceCapability = {
  countMs: 1_000,
  // Timelines have no end of their own; the page budget is the nearer limit of a busy hashtag.
  historyMs: 7 * DAY_MS,
  pastMs: 7 * DAY_MS,
  deletions: 'looked-up',
  // Mastodon cuts account dates to midnight.
  authorDates: 'day',
  reposts: false,
  trends: true,
  priceUsd: { countRequest: 0, post: 0, author: 0 },
  postsWithCounts: true,
};
