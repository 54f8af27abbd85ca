import type { SourcePost } from '../../model/post.ts';
import type { BucketCount, Span } from '../../ports/source.ts';

/**
 * Counts the posts of each whole bucket of a span, oldest first.
 *
 * @param coveredMs buckets that do not lie wholly after it are left out: not counted, which is not zero
 */
export function bucketCounts(
  posts: Iterable<SourcePost>,
  span: Span,
  bucketMs: number,
  coveredMs: number,
): readonly BucketCount[] {
  const endMs = Math.min(span.toMs, span.nowMs);
  const buckets = Math.max(0, Math.floor((endMs - span.fromMs) / bucketMs));
  const counted = new Array<number>(buckets).fill(0);
  for (const { createdMs } of posts) {
    const bucket = Math.floor((createdMs - span.fromMs) / bucketMs);
    if (bucket in counted) counted[bucket] = (counted[bucket] ?? 0) + 1;
  }
  return counted
    .map((count, bucket) => ({ startMs: span.fromMs + bucket * bucketMs, posts: count }))
    .filter(({ startMs }) => startMs > coveredMs);
}
