const BARS = '▁▂▃▄▅▆▇█';

/**
 * Volume as a row of bars, scaled to the highest.
 *
 * @example sparkLine([0, 4, 8]) // '▁▅█'
 */
export function sparkLine(volume: readonly number[]): string {
  const top = Math.max(1, ...volume);
  return volume.map((posts) => BARS[Math.round((posts / top) * (BARS.length - 1))]).join('');
}
