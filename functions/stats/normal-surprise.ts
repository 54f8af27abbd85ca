/** Chebyshev coefficients of the complementary error function, fractional error below 1.2e-7 everywhere. */
const CHEBYSHEV = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
] as const;

/**
 * How surprising a value `z` standard deviations above the mean, or more, would be:
 * -log10 of the upper tail of the normal distribution, right also where the tail underflows.
 *
 * @returns >= 0; 0.30103 at z = 0
 * @source Press et al., Numerical Recipes in C, 2nd ed., 6.2 (erfcc)
 * @example normalSurprise(3.719) // 4.000
 */
export function normalSurprise(z: number): number {
  if (z < 0) return -Math.log1p(-(10 ** -normalSurprise(-z))) / Math.LN10;
  const x = z / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const series = CHEBYSHEV.reduceRight((sum, coefficient) => coefficient + t * sum, 0);
  return (Math.LN2 - Math.log(t) + x * x - series) / Math.LN10;
}
