import { InputError } from '../model/errors.ts';
import { logGamma } from './log-gamma.ts';

/** Enough for every term that a double can still tell. */
const MOST_TERMS = 10_000;
const EXACT = 1e-15;

/**
 * How surprising a chi-square of `value` or more would be: -log10 of the upper tail, right also
 * where the tail underflows.
 *
 * @param freedom degrees of freedom, above 0
 * @returns >= 0; 0 for a value of 0
 * @throws {InputError} if `freedom` is not above 0
 * @source Press et al., Numerical Recipes in C, 2nd ed., 6.2 (gser, gcf)
 * @example chiSquareSurprise(3.841459, 1) // -log10 0.05 = 1.30103
 */
export function chiSquareSurprise(value: number, freedom: number): number {
  if (!(freedom > 0)) throw new InputError('degrees of freedom must be above 0');
  if (value <= 0) return 0;
  const [a, x] = [freedom / 2, value / 2];
  const logScale = a * Math.log(x) - x - logGamma(a);
  if (x < a + 1) return -Math.log1p(-Math.exp(logScale) * lowerSeries(a, x)) / Math.LN10;
  return -(logScale + Math.log(upperFraction(a, x))) / Math.LN10;
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let at = 1; at < MOST_TERMS && term > sum * EXACT; at += 1) {
    term *= x / (a + at);
    sum += term;
  }
  return sum;
}

/** Lentz's continued fraction. */
function upperFraction(a: number, x: number): number {
  let below = x + 1 - a;
  let ratio = 1 / below;
  let above = Number.MAX_VALUE;
  let product = ratio;
  for (let at = 1; at < MOST_TERMS; at += 1) {
    const step = -at * (at - a);
    below += 2;
    ratio = 1 / (step * ratio + below);
    above = below + step / above;
    const change = ratio * above;
    product *= change;
    if (Math.abs(change - 1) < EXACT) break;
  }
  return product;
}
