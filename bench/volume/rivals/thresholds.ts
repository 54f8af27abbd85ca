/** So many thresholds from the least to the greatest, each the same multiple of the one before. */
export function thresholdsBetween(least: number, greatest: number, many = 16): readonly number[] {
  const step = (greatest / least) ** (1 / (many - 1));
  return Array.from({ length: many }, (_, index) => least * step ** index);
}
