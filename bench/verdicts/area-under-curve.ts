/**
 * How often a score of `positives` exceeds one of `negatives`, a tie counted as half.
 *
 * @returns in [0, 1]; 0.5 is a coin
 * @source Hanley & McNeil (1982), Radiology 143(1), 29-36
 */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  const sorted = [...negatives].sort((one, other) => one - other);
  const wins = positives.reduce(
    (sum, score) => sum + (countBelow(sorted, score, false) + countBelow(sorted, score, true)) / 2,
    0,
  );
  return wins / (positives.length * negatives.length);
}

/** How many of `sorted` lie below `limit`, or at it too. */
function countBelow(sorted: readonly number[], limit: number, inclusive: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle] ?? 0;
    if (value < limit || (inclusive && value === limit)) low = middle + 1;
    else high = middle;
  }
  return low;
}
