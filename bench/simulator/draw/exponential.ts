import type { Chance } from '../chance.ts';

/** An exponential waiting time, in the unit of `mean`. */
export function drawExponential(chance: Chance, mean: number): number {
  return -mean * Math.log(1 - chance.uniform());
}
