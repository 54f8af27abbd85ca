import { disjointSets } from '../stats/disjoint-sets.ts';

/** A hashtag, and by other hashtags the share of its posts that carry them too. */
export type Tagged = {
  readonly hashtag: string;
  /** Shares in (0, 1]; left out where posts are not known with their other hashtags. */
  readonly coTags?: Readonly<Record<string, number>> | undefined;
};

/**
 * Which hashtags are about one thing: those that stand in the same posts, and those that are tied
 * so through a third. The hashtags of a conference, its field and its city are one subject; whoever
 * takes part in all of them has come back nowhere.
 *
 * @param all hashtags that matter; others tie nothing
 * @param minShare of a hashtag's posts that must carry the other too
 * @returns of each hashtag a number that those of its subject share; -1 where it is not among `all`
 */
export function subjectsOf(all: readonly Tagged[], minShare: number): (hashtag: string) => number {
  const numbers = new Map(
    [...new Set(all.map(({ hashtag }) => hashtag))].map((one, at) => [one, at]),
  );
  const sets = disjointSets(numbers.size);
  for (const { hashtag, coTags = {} } of all) {
    for (const [other, share] of Object.entries(coTags)) {
      const number = numbers.get(other);
      if (number !== undefined && share >= minShare) sets.join(numbers.get(hashtag) ?? 0, number);
    }
  }
  return (hashtag) => {
    const number = numbers.get(hashtag);
    return number === undefined ? -1 : sets.find(number);
  };
}
