import type { Chance } from '../chance.ts';
import { drawNormal } from './normal.ts';

/**
 * A gamma number, in the unit of `scale`.
 *
 * @param shape > 0
 * @source Marsaglia and Tsang (2000), ACM Trans. Math. Softw. 26(3), 363-372
 */
export function drawGamma(chance: Chance, shape: number, scale: number): number {
  if (shape < 1) {
    return drawGamma(chance, shape + 1, scale) * (1 - chance.uniform()) ** (1 / shape);
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(chance);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - chance.uniform()) < x * x * 0.5 + d - d * v + d * Math.log(v)) {
      return scale * d * v;
    }
  }
}
