/** Two-sided 95 % quantile of the normal law. */
const Z95 = 1.959964;

/**
 * The interval that holds the true share, having met it `hits` times; with 95 % confidence unless
 * told otherwise.
 *
 * @param trials > 0
 * @param z two-sided quantile of the normal law, 1.645 for 90 %
 * @source Wilson (1927), J. Am. Stat. Assoc. 22(158), 209-212
 */
export function wilsonInterval(
  hits: number,
  trials: number,
  z: number = Z95,
): { readonly low: number; readonly high: number } {
  const share = hits / trials;
  const centre = share + z ** 2 / (2 * trials);
  const spread = z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  const scale = 1 + z ** 2 / trials;
  // At the ends rounding may leave the unit interval by a hair.
  return {
    low: Math.max(0, (centre - spread) / scale),
    high: Math.min(1, (centre + spread) / scale),
  };
}
