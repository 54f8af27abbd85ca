import type { Chance } from '../chance.ts';
import { drawExponential } from './exponential.ts';

/** A number around zero, two exponential tails of mean `scale`. */
export function drawLaplace(chance: Chance, scale: number): number {
  const size = drawExponential(chance, scale);
  return chance.uniform() < 0.5 ? -size : size;
}
