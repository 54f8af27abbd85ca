/** Terms smaller than this beside the sum change no digit that is shown. */
const NEGLIGIBLE = 1e-15;

/**
 * -log10 of an upper tail that is the sum of falling terms, without underflow.
 *
 * @param logFirst natural logarithm of the first term
 * @param ratioAt ratio of term `step` to the one before it, step >= 1; below 1 from the start
 */
export function surpriseOfSum(logFirst: number, ratioAt: (step: number) => number): number {
  let term = 1;
  let sum = 1;
  for (let step = 1; term > NEGLIGIBLE * sum; step++) {
    term *= ratioAt(step);
    sum += term;
  }
  return Math.max(0, -(logFirst + Math.log(sum)) / Math.LN10);
}
