import type { Chance } from '../chance.ts';
import { drawGamma } from './gamma.ts';

/** A beta number in [0, 1]. */
export function drawBeta(chance: Chance, a: number, b: number): number {
  const x = drawGamma(chance, a, 1);
  return x / (x + drawGamma(chance, b, 1));
}
