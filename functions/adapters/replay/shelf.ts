import type { SourcePost } from '../../model/post.ts';
import { lowerBound } from './lower-bound.ts';

/** The posts of one hashtag, in order of creation. The arrays run beside `posts`. Epoch milliseconds. */
export type Shelf = {
  /** Without `deletedMs`: no network says when a post will be deleted. */
  readonly posts: readonly SourcePost[];
  readonly createdMs: Float64Array;
  /** Infinity where no deletion is known. */
  readonly deletedMs: Float64Array;
  /** Creations and early deletions, ascending. */
  readonly events: Float64Array;
  readonly deletedById: ReadonlyMap<string, number>;
};

export function shelve(posts: readonly SourcePost[], deletionsWithinMs: number): Shelf {
  const sorted = posts.toSorted((a, b) => a.createdMs - b.createdMs);
  return {
    posts: sorted.map(withoutDeletion),
    createdMs: Float64Array.from(sorted, ({ createdMs }) => createdMs),
    deletedMs: Float64Array.from(sorted, ({ deletedMs }) => deletedMs ?? Number.POSITIVE_INFINITY),
    events: eventsOf(sorted, deletionsWithinMs),
    deletedById: new Map(
      sorted.flatMap(({ id, deletedMs }) => (deletedMs === undefined ? [] : [[id, deletedMs]])),
    ),
  };
}

/** Moments at which what a network shows changes, ascending; without deletions of posts older than that. */
export function eventsOf(posts: readonly SourcePost[], deletionsWithinMs: number): Float64Array {
  const moments = posts.flatMap(({ createdMs, deletedMs = Number.POSITIVE_INFINITY }) =>
    deletedMs - createdMs <= deletionsWithinMs ? [createdMs, deletedMs] : [createdMs],
  );
  return Float64Array.from(moments.filter(Number.isFinite)).sort();
}

/** Where the posts made in [fromMs, toMs) stand, those to come at `nowMs` left out: from, and up to but not with. */
export function rangeOf(
  { createdMs }: Shelf,
  fromMs: number,
  toMs: number,
  nowMs: number,
): readonly [number, number] {
  return [lowerBound(createdMs, fromMs), lowerBound(createdMs, Math.min(toMs, nowMs))];
}

export function stands({ deletedMs }: Shelf, index: number, nowMs: number): boolean {
  return (deletedMs[index] ?? Number.NEGATIVE_INFINITY) > nowMs;
}

function withoutDeletion(post: SourcePost): SourcePost {
  const { deletedMs: _, ...shown } = post;
  return shown;
}
