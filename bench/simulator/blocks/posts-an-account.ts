import type { Chance } from '../chance.ts';
import type { Account } from '../draft.ts';
import { shuffle } from '../draw/shuffle.ts';
import { weightedIndex } from '../draw/weighted-index.ts';
import { parameter } from '../parameter.ts';

/** Exponent of posts an account: outrage 2.9, leak 2.3, school programme 2.4, conference 1.8. */
export const ALPHA = parameter(2.3, 'M', 1.8, 2.9);
/** Most posts of one account. */
export const KMAX = parameter(150, 'M');

/** Posts of one account: a zeta law cut at `kmax`. */
export function postsAnAccount(alpha: number, kmax: number): (chance: Chance) => number {
  const index = weightedIndex(Array.from({ length: kmax }, (_, at) => (at + 1) ** -alpha));
  return (chance) => 1 + index(chance);
}

/**
 * Who writes each of `posts` posts: accounts with as many posts each as the zeta law says,
 * mixed at random.
 */
export function authorsOf(
  chance: Chance,
  posts: number,
  law: { readonly alpha: number; readonly kmax: number },
  nextAccount: () => Account,
): readonly Account[] {
  const drawCount = postsAnAccount(law.alpha, law.kmax);
  const authors: Account[] = [];
  while (authors.length < posts) {
    const account = nextAccount();
    const count = Math.min(drawCount(chance), posts - authors.length);
    for (let post = 0; post < count; post += 1) authors.push(account);
  }
  return shuffle(chance, authors);
}
