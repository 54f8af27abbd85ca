import type { NameClass } from './post.ts';

/** Accounts by age: class c holds ages from 2^c - 1 days to below 2^(c+1) - 1. */
export type AgeHistogram = readonly number[];

/** Classes of an `AgeHistogram`. */
export const AGE_CLASSES = 14;

/** What is known of ordinary authors: counts of accounts, none of which can be told from another. */
export type UsualAuthors = {
  /** Whose they are: a watch's own, all of its source, or those of other hashtags in the same input. */
  readonly of: 'watch' | 'source' | 'input';
  readonly accounts: number;
  readonly ages: AgeHistogram;
  /** By the day on which they were made, in days since 1970. */
  readonly createdDays: ReadonlyMap<number, number>;
  /** By primary language; what was too rare to be kept apart stands under the empty string. */
  readonly languages: ReadonlyMap<string, number>;
  /** By the keyed hash of the place they state; what was too rare to be kept apart stands under 0. */
  readonly places: ReadonlyMap<number, number>;
  readonly names: Readonly<Record<NameClass, number>>;
};

/** Usual authors as they are kept: with what it takes to count an account once. */
export type AuthorMemory = Omit<UsualAuthors, 'of'> & {
  /** Bits set by the accounts counted since it was last emptied: tells seen from unseen, names nobody. */
  readonly seen: Uint8Array;
  /** Accounts counted since then. */
  readonly seenAccounts: number;
  /** Counts the writes; a write is conditional on it. 0 before the first. */
  readonly version: number;
};
