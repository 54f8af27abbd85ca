import type { SourcePost } from '../../model/post.ts';
import type { BucketCount, PostReading, Source, Span } from '../../ports/source.ts';
import type { ReplayArchive } from './archive.ts';
import { replayCapability } from './capability.ts';
import { rangeOf, type Shelf, stands } from './shelf.ts';

/**
 * An archive as a network would have shown it at the time of each question: posts to come are
 * not there yet, deleted ones no longer.
 *
 * It counts further back than its capability promises, and every bucket that was
 * over by then; a bucket that still ran, or reaches past the span, is left out rather than
 * counted short.
 */
export function replaySource(archive: ReplayArchive): Source {
  return {
    capability: replayCapability(archive.knowsDeletions),
    async counts(span, bucketMs) {
      return countBuckets(archive.shelf(span.hashtag), span, bucketMs);
    },
    async past(span, bucketMs) {
      const known = since(archive.firstMs, span, bucketMs);
      return {
        counts: countBuckets(archive.shelf(span.hashtag), known, bucketMs),
        untilMs: span.toMs,
      };
    },
    async posts(span, limit) {
      const shelf = archive.shelf(span.hashtag);
      return shelf === undefined
        ? { posts: [], fromMs: span.fromMs }
        : newestStanding(shelf, span, limit);
    },
    async missing(posts, hashtag, nowMs) {
      const deleted = archive.shelf(hashtag)?.deletedById;
      const isGone = (id: string) => (deleted?.get(id) ?? Number.POSITIVE_INFINITY) <= nowMs;
      return new Set(posts.map(({ id }) => id).filter(isGone));
    },
  };
}

/** Before its first post an archive knows nothing, which is not zero. */
function since(firstMs: number, { fromMs, ...rest }: Span, bucketMs: number): Span {
  const unknownMs = Math.max(0, firstMs - fromMs);
  return { ...rest, fromMs: fromMs + Math.ceil(unknownMs / bucketMs) * bucketMs };
}

function countBuckets(
  shelf: Shelf | undefined,
  { fromMs, toMs, nowMs }: Span,
  bucketMs: number,
): readonly BucketCount[] {
  const buckets: BucketCount[] = [];
  const untilMs = Math.min(toMs, nowMs);
  for (let startMs = fromMs; startMs + bucketMs <= untilMs; startMs += bucketMs) {
    const posts =
      shelf === undefined ? 0 : countStanding(shelf, startMs, startMs + bucketMs, nowMs);
    buckets.push({ startMs, posts });
  }
  return buckets;
}

function countStanding(shelf: Shelf, fromMs: number, toMs: number, nowMs: number): number {
  const [from, to] = rangeOf(shelf, fromMs, toMs, nowMs);
  if (shelf.deletedById.size === 0) return to - from;
  let standing = 0;
  for (let index = from; index < to; index += 1) {
    if (stands(shelf, index, nowMs)) standing += 1;
  }
  return standing;
}

/** Oldest first; walks back from the newest, so that a limit also limits the work. */
function newestStanding(shelf: Shelf, { fromMs, toMs, nowMs }: Span, limit: number): PostReading {
  const [from, to] = rangeOf(shelf, fromMs, toMs, nowMs);
  const found: SourcePost[] = [];
  let index = to - 1;
  for (; index >= from && found.length < limit; index -= 1) {
    const post = shelf.posts[index];
    if (post !== undefined && stands(shelf, index, nowMs)) found.push(post);
  }
  const oldest = found.at(-1);
  found.reverse();
  // Another of the same moment may be left.
  const readMs = oldest === undefined ? toMs : oldest.createdMs + 1;
  return { posts: found, fromMs: index < from ? fromMs : readMs };
}
