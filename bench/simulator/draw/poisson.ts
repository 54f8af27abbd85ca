import type { Chance } from '../chance.ts';
import { drawNormal } from './normal.ts';

/** Above this a rounded normal number is as good, and its cost does not grow with the mean. */
const LARGE_MEAN = 500;

/**
 * A Poisson count.
 *
 * @param mean >= 0
 * @source Knuth, The Art of Computer Programming 2, 3.4.1; in steps of 30 so that exp does not vanish
 */
export function drawPoisson(chance: Chance, mean: number): number {
  if (mean > LARGE_MEAN) {
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * drawNormal(chance)));
  }
  let count = 0;
  for (let left = mean; left > 0; left -= 30) count += smallPoisson(chance, Math.min(left, 30));
  return count;
}

function smallPoisson(chance: Chance, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = chance.uniform(); product > limit; product *= chance.uniform()) count += 1;
  return count;
}
