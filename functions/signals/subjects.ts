import { disjointSets } from '../stats/disjoint-sets.ts';

/** A hashtag, and by other hashtags the share of its posts that carry them too. */
export type Tagged = {
  readonly hashtag: string;
  /** Shares in (0, 1]; left out where posts are not known with their other hashtags. */
  readonly coTags?: Readonly<Record<string, number>> | undefined;
};

/** When hashtags are about one thing. */
export type SubjectSettings = {
  /** Share of a hashtag's posts that carry the other. */
  readonly relatedShare: number;
  /** Share of the posts of both that carry a third of which nothing else is known. */
  readonly commonShare: number;
};

/**
 * Which hashtags are about one thing: those that stand in the same posts, and those that are tied
 * so through a third. The hashtags of a conference, its field and its city are one subject; whoever
 * takes part in all of them has come back nowhere.
 *
 * A third that is not among `all` must stand in most posts of both: what stands beside everything
 * now and then, such as the name of a country, ties nothing.
 *
 * @returns of each hashtag a number that those of its subject share; -1 where it is not among `all`
 */
export function subjectsOf(
  all: readonly Tagged[],
  settings: SubjectSettings,
): (hashtag: string) => number {
  const known = new Set(all.map(({ hashtag }) => hashtag));
  const numbers = new Map([...known].map((hashtag, at) => [hashtag, at]));
  const ties = all.flatMap((tagged) => tiesOf(tagged, known, settings));
  for (const [, other] of ties) if (!numbers.has(other)) numbers.set(other, numbers.size);
  const sets = disjointSets(numbers.size);
  for (const [one, other] of ties) sets.join(numbers.get(one) ?? 0, numbers.get(other) ?? 0);
  return (hashtag) => (known.has(hashtag) ? sets.find(numbers.get(hashtag) ?? 0) : -1);
}

function tiesOf(
  { hashtag, coTags = {} }: Tagged,
  known: ReadonlySet<string>,
  { relatedShare, commonShare }: SubjectSettings,
): readonly (readonly [string, string])[] {
  return Object.entries(coTags)
    .filter(([other, share]) => share >= (known.has(other) ? relatedShare : commonShare))
    .map(([other]) => [hashtag, other] as const);
}
