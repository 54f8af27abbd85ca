import { InputError } from '../model/errors.ts';
import { logGamma } from './log-gamma.ts';
import { surpriseOfSum } from './surprise-of-sum.ts';

/**
 * How surprising `count` or more would be where `mean` are expected: -log10 of the Poisson upper tail.
 *
 * @param mean >= 0
 * @returns >= 0; 0 for a count of 0; infinite for any count where none can be
 * @throws {InputError} if `mean` is negative
 * @example poissonSurprise(3, 1) // -log10 0.0803 = 1.0953
 */
export function poissonSurprise(count: number, mean: number): number {
  if (!(mean >= 0)) throw new InputError('mean must be 0 or more');
  if (count <= 0) return 0;
  if (mean === 0) return Number.POSITIVE_INFINITY;
  if (count > mean) {
    return surpriseOfSum(logPoisson(count, mean), (step) => mean / (count + step));
  }
  const top = count - 1;
  const below = surpriseOfSum(logPoisson(top, mean), (step) => (top - step + 1) / mean);
  return -Math.log1p(-(10 ** -below)) / Math.LN10;
}

/** Natural logarithm of the chance of exactly `count`. */
function logPoisson(count: number, mean: number): number {
  return count * Math.log(mean) - mean - logGamma(count + 1);
}
