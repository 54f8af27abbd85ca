import type { SourceCapability } from '../../model/source-capability.ts';

/** Two days: a replay leaps half a day at most, and quiet hashtags are learned half of this late. */
const REMEMBERED_MS = 2 * 86_400_000;

/** What files can tell. */
export function replayCapability(knowsDeletions: boolean): SourceCapability {
  return {
    countMs: 1,
    historyMs: REMEMBERED_MS,
    pastMs: REMEMBERED_MS,
    deletions: knowsDeletions ? 'looked-up' : 'unseen',
    authorDates: 'exact',
    reposts: true,
    trends: false,
    priceUsd: { countRequest: 0, post: 0, author: 0 },
    postsWithCounts: true,
  };
}
