import { NAME_CLASSES } from '../model/post.ts';
import { AGE_CLASSES, type UsualAuthors } from '../model/usual-authors.ts';
import type { AuthorProfile } from './author-profiles.ts';

/** Counts of accounts that can still be added to. */
export type AuthorTally = {
  accounts: number;
  readonly ages: number[];
  readonly createdDays: Map<number, number>;
  readonly languages: Map<string, number>;
  readonly places: Map<number, number>;
  readonly names: { plain: number; stock: number; newsroom: number };
};

/** A tally of its own, empty or with what is counted already. */
export function authorTally(counted?: Omit<UsualAuthors, 'of'>): AuthorTally {
  return {
    accounts: counted?.accounts ?? 0,
    ages: [...(counted?.ages ?? new Array<number>(AGE_CLASSES).fill(0))],
    createdDays: new Map(counted?.createdDays),
    languages: new Map(counted?.languages),
    places: new Map(counted?.places),
    names: { plain: 0, stock: 0, newsroom: 0, ...counted?.names },
  };
}

/** @param by -1 takes an account out that was counted before */
export function tallyAuthor(tally: AuthorTally, profile: AuthorProfile, by = 1): void {
  const { createdDay, language, place } = profile;
  tallyClasses(tally, profile, by);
  if (createdDay !== null) addCount(tally.createdDays, createdDay, by);
  if (language !== null) addCount(tally.languages, language, by);
  if (place !== 0) addCount(tally.places, place, by);
}

/** As `tallyAuthor`, in the counts whose size does not grow with the accounts. */
export function tallyClasses(
  tally: Pick<AuthorTally, 'accounts' | 'ages' | 'names'>,
  { ageClass, names }: AuthorProfile,
  by: number,
): void {
  tally.accounts += by;
  if (ageClass !== null) tally.ages[ageClass] = (tally.ages[ageClass] ?? 0) + by;
  const named = NAME_CLASSES[names - 1];
  if (named !== undefined) tally.names[named] += by;
}

/** Adds to a count; one that comes to nothing is no longer listed. */
export function addCount<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}
