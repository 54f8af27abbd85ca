/**
 * Share of positives above the lowest threshold that lets at most so many negatives through.
 *
 * @param maxFalse share of negatives above the threshold, in [0, 1)
 */
export function recallAt(
  positives: readonly number[],
  negatives: readonly number[],
  maxFalse: number,
): number {
  const falling = negatives.toSorted((one, other) => other - one);
  const threshold = falling[Math.floor(maxFalse * falling.length)] ?? Number.NEGATIVE_INFINITY;
  return positives.filter((score) => score > threshold).length / positives.length;
}
