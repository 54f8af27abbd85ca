import type { SourceCapability } from '../../model/source-capability.ts';

const MINUTE_MS = 60_000;
/** What was handed in can be asked for so far back. */
const WEEK_MS = 7 * 86_400_000;

/** @param tellsDeletions whether the partner tells which of its posts were deleted, as its operator says */
export function ingestCapability(tellsDeletions: boolean): SourceCapability {
  return {
    countMs: MINUTE_MS,
    historyMs: WEEK_MS,
    pastMs: WEEK_MS,
    deletions: tellsDeletions ? 'looked-up' : 'unseen',
    // As exact as the networks that the partner reads; nobody checks it.
    authorDates: 'self-declared',
    reposts: true,
    trends: false,
    priceUsd: { countRequest: 0, post: 0, author: 0 },
    postsWithCounts: true,
  };
}
