/** Two-sided 95 % quantile of the normal law. */
const Z = 1.959964;

/**
 * The interval that holds the true share with 95 % confidence, having met it `hits` times.
 *
 * @param trials > 0
 * @source Wilson (1927), J. Am. Stat. Assoc. 22(158), 209-212
 */
export function wilsonInterval(
  hits: number,
  trials: number,
): { readonly low: number; readonly high: number } {
  const share = hits / trials;
  const centre = share + Z ** 2 / (2 * trials);
  const spread = Z * Math.sqrt((share * (1 - share)) / trials + Z ** 2 / (4 * trials ** 2));
  const scale = 1 + Z ** 2 / trials;
  // At the ends rounding may leave the unit interval by a hair.
  return {
    low: Math.max(0, (centre - spread) / scale),
    high: Math.min(1, (centre + spread) / scale),
  };
}
