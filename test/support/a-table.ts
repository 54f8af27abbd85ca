import { type Chance, chanceFrom } from '../../bench/simulator/chance.ts';
import type { Post } from '../../functions/model/post.ts';
import { type PostTable, tabulate } from '../../functions/signals/post-table.ts';
import { aPost } from './a-post.ts';

export const NOON_MS = Date.UTC(2026, 0, 6, 12);
export const SECOND_MS = 1000;
export const DAY_MS = 86_400_000;

/** Posts at these times after noon, milliseconds, each by an account of its own unless told otherwise. */
export function postsAt(
  times: readonly number[],
  overrides: (at: number) => Partial<Post> = () => ({}),
): Post[] {
  return times.map((time, at) => aPost(at + 1, { createdMs: NOON_MS + time, ...overrides(at) }));
}

export function tableAt(
  times: readonly number[],
  overrides?: (at: number) => Partial<Post>,
): PostTable {
  return tabulate(postsAt(times, overrides));
}

/** Times of `count` independent posts in [0, spanMs), ascending. */
export function evenly(chance: Chance, count: number, spanMs: number): number[] {
  return Array.from({ length: count }, () => Math.floor(chance.uniform() * spanMs)).sort(
    (one, other) => one - other,
  );
}

/** Runs `measure` on seeds 1 to `runs` and counts how often it is true. */
export function countSeeds(runs: number, measure: (chance: Chance) => boolean): number {
  return Array.from({ length: runs }, (_, seed) => measure(chanceFrom(seed + 1))).filter(Boolean)
    .length;
}
