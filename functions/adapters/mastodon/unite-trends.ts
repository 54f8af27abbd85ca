import type { Trend } from '../../ports/source.ts';

/**
 * One list of the lists of several servers: by the best place that a hashtag has on any. What they
 * count is much the same posts, so the largest count stands, never a sum.
 */
export function uniteTrends(lists: readonly (readonly Trend[])[]): readonly Trend[] {
  const ranked = lists.flatMap((list) => list.map((trend, rank) => ({ trend, rank })));
  const united = new Map<string, Trend>();
  for (const { trend } of ranked.sort((a, b) => a.rank - b.rank)) {
    const known = united.get(trend.hashtag);
    united.set(trend.hashtag, known === undefined ? trend : larger(known, trend));
  }
  return [...united.values()];
}

function larger(one: Trend, other: Trend): Trend {
  const max = (a: number | null, b: number | null) =>
    a === null || b === null ? (a ?? b) : Math.max(a, b);
  return {
    ...one,
    posts: max(one.posts, other.posts),
    accounts: max(one.accounts, other.accounts),
  };
}
