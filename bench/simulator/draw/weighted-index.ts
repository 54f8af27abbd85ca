import { InputError } from '../../../functions/model/errors.ts';
import type { Chance } from '../chance.ts';

/** Draws the index of a weight, as often as its share of the sum: one binary search a draw. */
export type WeightedIndex = (chance: Chance) => number;

/** @throws {InputError} if the weights do not add up to more than zero */
export function weightedIndex(weights: readonly number[]): WeightedIndex {
  const sums = new Float64Array(weights.length);
  let total = 0;
  weights.forEach((weight, at) => {
    total += weight;
    sums[at] = total;
  });
  if (!(total > 0)) throw new InputError('weights must add up to more than zero');
  return (chance) => firstAbove(sums, chance.uniform() * total);
}

function firstAbove(sums: Float64Array, value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
