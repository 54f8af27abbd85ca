const BARS = '▁▂▃▄▅▆▇█';

/** A bucket that was missed: no bar, for it is not known to be empty. */
const MISSED = '·';

/**
 * Volume as a row of bars, scaled to the highest.
 *
 * @param volume >= 0 each; null for a bucket that was missed
 * @example sparkLine([0, null, 4, 8]) // '▁·▅█'
 */
export function sparkLine(volume: readonly (number | null)[]): string {
  const top = volume.reduce<number>((highest, posts) => Math.max(highest, posts ?? 0), 1);
  const barOf = (posts: number) => BARS[Math.round((posts / top) * (BARS.length - 1))];
  return volume.map((posts) => (posts === null ? MISSED : barOf(posts))).join('');
}
