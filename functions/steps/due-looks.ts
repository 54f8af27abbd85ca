import type { Post } from '../model/post.ts';

export type LookSettings = {
  /** Ages at which each kept post is looked for again, milliseconds, ascending. */
  readonly lookAgesMs: readonly number[];
  /** Up to this age it is looked for at every poll where that costs nothing, milliseconds. */
  readonly lookOftenMs: number;
};

/**
 * Which posts are to be looked for again. A look whose time came while nobody could look is made up;
 * a post that was seen after that time has been looked for by being seen.
 *
 * @param lookedMs looks whose time was up by then are done
 * @param isFree whether looking costs no money
 */
export function dueLooks(
  posts: readonly Post[],
  lookedMs: number,
  atMs: number,
  isFree: boolean,
  { lookAgesMs, lookOftenMs }: LookSettings,
): readonly Post[] {
  const oftenMs = isFree ? lookOftenMs : Number.NEGATIVE_INFINITY;
  return posts.filter(({ createdMs, deletedMs }) => {
    if (deletedMs !== null) return false;
    if (atMs - createdMs <= oftenMs) return true;
    return lookAgesMs.some((age) => createdMs + age > lookedMs && createdMs + age <= atMs);
  });
}

/** Age at which a post is looked for the last time, milliseconds. */
export function lastLookMs({ lookAgesMs }: LookSettings): number {
  return Math.max(0, ...lookAgesMs);
}
