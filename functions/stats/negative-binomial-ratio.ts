/**
 * How much better a count is explained by a multiple of its mean than by the mean itself:
 * the log-likelihood ratio of two negative binomials of one size.
 *
 * @param count >= 0, need not be whole
 * @param mean > 0
 * @param size > 0; the variance is mean + mean² / size
 * @param multiple > 1
 * @returns in nats; negative where the mean explains more
 * @source Page (1954), Biometrika 41, 100-115, whose cumulative sums add it up
 * @example negativeBinomialRatio(3, 1, 1, 3) // ln(27/256 / (1/16)) = 0.5232
 */
export function negativeBinomialRatio(
  count: number,
  mean: number,
  size: number,
  multiple: number,
): number {
  const common = (size + mean) / (size + multiple * mean);
  return count * Math.log(multiple * common) + size * Math.log(common);
}
