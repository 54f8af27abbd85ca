import type { Chance } from '../chance.ts';
import type { Account } from '../draft.ts';
import { drawGamma } from '../draw/gamma.ts';
import { shuffle } from '../draw/shuffle.ts';
import { weightedIndex } from '../draw/weighted-index.ts';

/**
 * Who writes each of `posts` posts when these accounts share the work: everyone once, as far as
 * the posts go, and the rest by how busy each is.
 *
 * @param evenness shape of the gamma law of how busy they are: the larger, the more alike
 */
export function sharedOut(
  chance: Chance,
  accounts: readonly Account[],
  posts: number,
  evenness: number,
): readonly Account[] {
  const busy = weightedIndex(accounts.map(() => drawGamma(chance, evenness, 1)));
  const everyone = accounts.slice(0, posts);
  const more = Array.from(
    { length: posts - everyone.length },
    () => accounts[busy(chance)] as Account,
  );
  return shuffle(chance, [...everyone, ...more]);
}
