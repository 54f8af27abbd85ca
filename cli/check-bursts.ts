import type { Post } from '../functions/model/post.ts';
import type { CheckGroup } from './check-groups.ts';
import type { Window } from './check-window.ts';

/** A stretch of a group that is judged as a burst of its own. Times in epoch milliseconds. */
export type CheckBurst = Omit<CheckGroup, 'posts'> & {
  /** Of the window where it is a span of time, else of the first and last post. */
  readonly startMs: number;
  readonly endMs: number;
  /** Every post of the stretch: who took part, for bursts that follow. */
  readonly all: readonly Post[];
  /** Those that are judged. */
  readonly posts: readonly Post[];
  /** Posts are known up to here and no further. */
  readonly knownUntilMs: number;
};

/**
 * Cuts a group into bursts: one without a window.
 *
 * A stretch is not known beyond its last post, unless the group goes on after it: that the posts
 * of a file end says nothing about the hashtag.
 */
export function cutBursts(
  group: CheckGroup,
  window: Window | undefined,
  first: number | undefined,
): readonly CheckBurst[] {
  const untilMs = timeOf(group.posts.at(-1));
  return stretchesOf(group.posts, window).map((all) => {
    const posts = first === undefined ? all : all.slice(0, first);
    const { startMs, endMs } = boundsOf(all, window);
    const judgedWhole = posts.length === all.length && window?.kind === 'span';
    const knownUntilMs = judgedWhole ? Math.min(endMs, untilMs) : timeOf(posts.at(-1));
    return { ...group, startMs, endMs, all, posts, knownUntilMs };
  });
}

function stretchesOf(posts: readonly Post[], window: Window | undefined): readonly Post[][] {
  if (window === undefined) return [[...posts]];
  const stretches = new Map<number, Post[]>();
  posts.forEach((post, index) => {
    const number =
      window.kind === 'span'
        ? Math.floor(post.createdMs / window.spanMs)
        : Math.floor(index / window.posts);
    const stretch = stretches.get(number);
    if (stretch) stretch.push(post);
    else stretches.set(number, [post]);
  });
  return [...stretches.values()];
}

function boundsOf(all: readonly Post[], window: Window | undefined) {
  const startMs = timeOf(all[0]);
  if (window?.kind !== 'span') return { startMs, endMs: timeOf(all.at(-1)) };
  const alignedMs = Math.floor(startMs / window.spanMs) * window.spanMs;
  return { startMs: alignedMs, endMs: alignedMs + window.spanMs };
}

function timeOf(post: Post | undefined): number {
  return post?.createdMs ?? 0;
}
