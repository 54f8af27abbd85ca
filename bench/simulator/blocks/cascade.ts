import type { Chance } from '../chance.ts';
import { drawPoisson } from '../draw/poisson.ts';
import { reactionDelayMs } from './reaction-delay.ts';

/**
 * Reposts of one post and of its reposts: a branching process. Its ratio is close to the share
 * of reposts that a crowd ends up with.
 *
 * @param direct expected reposts of the post itself
 * @param ratio expected reposts of each repost, in [0, 1)
 * @param cutMs no repost comes later after the post that it answers
 * @returns times, milliseconds, in no order
 * @source Rizoiu et al., arXiv 1808.00810 (abstract)
 */
export function cascade(
  chance: Chance,
  atMs: number,
  direct: number,
  ratio: number,
  cutMs: number,
): readonly number[] {
  const times: number[] = [];
  const waiting = [{ atMs, expected: direct }];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    const children = drawPoisson(chance, parent.expected);
    for (let child = 0; child < children; child += 1) {
      const time = parent.atMs + reactionDelayMs(chance, cutMs);
      times.push(time);
      waiting.push({ atMs: time, expected: ratio });
    }
  }
  return times;
}
