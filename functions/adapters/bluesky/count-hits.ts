import type { BucketCount, Span } from '../../ports/source.ts';
import { postsWithin } from '../posts/posts-within.ts';
import { searchPage } from './search-page.ts';
import type { BlueskySession } from './session.ts';
import type { TagReading } from './tag-reading.ts';

/** The most buckets of one question that are counted so, newest first; the rest stays a gap. */
const MOST_BUCKETS = 12;

/**
 * Counts of buckets that hold more posts than one question reads, as search itself says. It may round
 * them: a burst too large to be read is still a burst. Empty where search does not say.
 *
 * @param counted what was read whole
 */
export async function countHits(
  span: Span,
  bucketMs: number,
  counted: readonly BucketCount[],
  reading: TagReading,
  session: BlueskySession,
): Promise<readonly BucketCount[]> {
  const endMs = Math.min(span.toMs, span.nowMs);
  const known = new Set(counted.map(({ startMs }) => startMs));
  const counts: BucketCount[] = [];
  const buckets = Math.floor((endMs - span.fromMs) / bucketMs);
  for (let bucket = buckets - 1; bucket >= 0 && counts.length < MOST_BUCKETS; bucket -= 1) {
    const startMs = span.fromMs + bucket * bucketMs;
    if (known.has(startMs)) continue;
    const toMs = startMs + bucketMs;
    const ask = { asked: reading.asked, fromMs: startMs, toMs, limit: 1 };
    const { hitsTotal } = await searchPage(ask, session, span.nowMs);
    if (hitsTotal == null) break;
    const read = postsWithin(reading, { fromMs: startMs, toMs, nowMs: span.nowMs });
    counts.unshift({ startMs, posts: Math.max(hitsTotal, read.length) });
  }
  return counts;
}
