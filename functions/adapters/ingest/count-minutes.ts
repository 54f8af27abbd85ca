import type { SealedPost } from '../../model/post.ts';
import type { BucketCount } from '../../ports/source.ts';

type Span = { readonly fromMs: number; readonly untilMs: number };

/**
 * Counts posts, minute by minute and oldest first, into the whole buckets of a span.
 *
 * @param mostPosts once so many were counted, the rest is left; a first bucket is counted whole
 * @returns `readMs` the end of the last bucket that was read, undefined if none was left
 */
export async function countMinutes(
  minutes: AsyncIterable<readonly SealedPost[]>,
  { fromMs, untilMs }: Span,
  bucketMs: number,
  mostPosts: number,
): Promise<{ readonly counts: readonly BucketCount[]; readonly readMs: number | undefined }> {
  const found = new Map<number, number>();
  let read = 0;
  let readMs: number | undefined;
  for await (const posts of minutes) {
    const bucket = Math.floor((oldestOf(posts) - fromMs) / bucketMs);
    if (read > mostPosts && !found.has(bucket)) {
      readMs = fromMs + bucket * bucketMs;
      break;
    }
    for (const { createdMs } of posts) {
      const at = Math.floor((createdMs - fromMs) / bucketMs);
      found.set(at, (found.get(at) ?? 0) + 1);
    }
    read += posts.length;
  }
  return { counts: wholeBuckets(found, { fromMs, untilMs: readMs ?? untilMs }, bucketMs), readMs };
}

function oldestOf(posts: readonly SealedPost[]): number {
  return posts.reduce((ms, { createdMs }) => Math.min(ms, createdMs), Number.POSITIVE_INFINITY);
}

function wholeBuckets(
  found: ReadonlyMap<number, number>,
  { fromMs, untilMs }: Span,
  bucketMs: number,
): readonly BucketCount[] {
  const length = Math.max(0, Math.floor((untilMs - fromMs) / bucketMs));
  return Array.from({ length }, (_, at) => ({
    startMs: fromMs + at * bucketMs,
    posts: found.get(at) ?? 0,
  }));
}
