import type { Chance } from '../chance.ts';
import { drawGamma } from './gamma.ts';
import { drawPoisson } from './poisson.ts';

/** A count with variance mean + mean^2 / size: a Poisson count whose mean itself varies. */
export function drawNegativeBinomial(chance: Chance, mean: number, size: number): number {
  return drawPoisson(chance, drawGamma(chance, size, mean / size));
}
