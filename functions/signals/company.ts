import type { Company } from '../model/company.ts';

/** Enough for the hashtags of a subject; rarer company is chance. */
const MOST = 16;

/** A hashtag longer than this is no name of anything, and would fill the item. */
const MOST_LETTERS = 100;

export const NO_COMPANY: Company = { posts: 0, counts: {} };

/**
 * Which other hashtags stand beside a burst's in its posts.
 *
 * @param hashtag the burst's own, left out
 * @param posts the hashtags of each post, normalised
 */
export function companyOf(hashtag: string, posts: readonly (readonly string[])[]): Company {
  const counts = new Map<string, number>();
  for (const other of posts.flatMap((hashtags) => [...new Set(hashtags)])) {
    if (other === hashtag || other.length > MOST_LETTERS) continue;
    counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  return { posts: posts.length, counts: mostFrequent(counts) };
}

/** The company of both stretches of a burst; what was too rare to be kept of one counts from the other alone. */
export function joinCompany(one: Company, other: Company): Company {
  const counts = new Map(Object.entries(one.counts));
  for (const [hashtag, count] of Object.entries(other.counts)) {
    counts.set(hashtag, (counts.get(hashtag) ?? 0) + count);
  }
  return { posts: one.posts + other.posts, counts: mostFrequent(counts) };
}

/** By other hashtags: the share of posts that carry them too, in (0, 1]. @returns undefined where none were counted */
export function companyShares(
  company: Company | null,
): Readonly<Record<string, number>> | undefined {
  if (company === null || company.posts === 0) return undefined;
  const shares = Object.entries(company.counts).map(
    ([hashtag, count]) => [hashtag, count / company.posts] as const,
  );
  return Object.fromEntries(shares);
}

/** Of equally frequent ones the first by spelling, so that the same posts give the same company. */
function mostFrequent(counts: ReadonlyMap<string, number>): Company['counts'] {
  const sorted = [...counts].sort(
    ([one, some], [other, more]) => more - some || (one < other ? -1 : 1),
  );
  return Object.fromEntries(sorted.slice(0, MOST));
}
