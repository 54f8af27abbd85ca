import type { SourceCapability } from '../../functions/ports/source.ts';

const DAY_MS = 86_400_000;

/** A source that charges nothing and counts to the millisecond; a test names what differs. */
export function capabilityOf(differs: Partial<SourceCapability> = {}): SourceCapability {
  return {
    countMs: 1,
    historyMs: DAY_MS,
    pastMs: 0,
    deletions: 'looked-up',
    authorDates: 'exact',
    reposts: true,
    trends: false,
    priceUsd: { countRequest: 0, post: 0, author: 0 },
    postsWithCounts: true,
    ...differs,
  };
}
