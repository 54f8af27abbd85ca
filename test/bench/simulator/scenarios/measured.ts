import type { Simulated } from '../../../../bench/simulator/simulate.ts';
import type { SimulatedPost } from '../../../../bench/simulator/simulated-post.ts';

export const MINUTE_MS = 60_000;

/** Posts of one role, in order of time. */
export function postsOf({ posts, truth }: Simulated, role: string): readonly SimulatedPost[] {
  const ids = new Set(truth.posts.filter((post) => post.role === role).map(({ id }) => id));
  return posts.filter(({ id }) => ids.has(id));
}

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] as number;
}

/** How often each value occurs. */
export function counted<Value>(values: readonly Value[]): ReadonlyMap<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Share of posts whose text another post has too. */
export function exactCopies(posts: readonly SimulatedPost[]): number {
  const texts = posts.map(({ text }) => text);
  const counts = counted(texts);
  return texts.filter((text) => (counts.get(text) ?? 0) > 1).length / texts.length;
}

/** Share of posts whose word pairs agree with those of another post by six tenths (Jaccard). */
export function nearCopies(posts: readonly SimulatedPost[]): number {
  const sets = posts.map(({ text }) => pairsOf(text ?? ''));
  const having = new Map<string, number[]>();
  sets.forEach((pairs, at) => {
    for (const pair of pairs) having.set(pair, [...(having.get(pair) ?? []), at]);
  });
  const copies = sets.filter((pairs, at) => {
    const shared = counted([...pairs].flatMap((pair) => having.get(pair) ?? []));
    return [...shared].some(([other, both]) => {
      const union = pairs.size + (sets[other] as ReadonlySet<string>).size - both;
      return other !== at && both / union >= 0.6;
    });
  });
  return copies.length / posts.length;
}

function pairsOf(text: string): ReadonlySet<string> {
  const words = text.split(' ').filter((word) => !word.startsWith('#'));
  return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`));
}

/** Width of the shortest span that holds a share of the times, which are ascending. */
export function spanOf(times: readonly number[], share: number): number {
  const held = Math.ceil(times.length * share);
  const spans = times.slice(held - 1).map((last, at) => last - (times[at] as number));
  return Math.min(...spans);
}

export function timesOf(posts: readonly SimulatedPost[]): readonly number[] {
  return posts.map(({ createdAt }) => Date.parse(createdAt));
}

export function authorsIn(posts: readonly SimulatedPost[]): number {
  return new Set(posts.map(({ author }) => author)).size;
}
