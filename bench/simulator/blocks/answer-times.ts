import type { Chance } from '../chance.ts';
import type { Draft } from '../draft.ts';
import { pick } from '../draw/pick.ts';
import { reactionDelayMs } from './reaction-delay.ts';

/**
 * When so many people answer: each one of the posts, as late as people react.
 *
 * @param cutMs nobody answers later than this
 * @returns epoch milliseconds, in no order
 */
export function answerTimes(
  chance: Chance,
  posts: readonly Draft[],
  count: number,
  cutMs: number,
): readonly number[] {
  return Array.from(
    { length: count },
    () => pick(chance, posts).atMs + reactionDelayMs(chance, cutMs),
  );
}
