import type { Chance } from '../chance.ts';
import { drawNormal } from './normal.ts';

/** A log-normal number, in the unit of `median`; `sd` is that of its natural logarithm. */
export function drawLogNormal(chance: Chance, median: number, sd: number): number {
  return median * Math.exp(sd * drawNormal(chance));
}
