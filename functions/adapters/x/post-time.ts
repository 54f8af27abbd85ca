/** When X began to count milliseconds in ids, epoch milliseconds. */
const EPOCH_MS = 1_288_834_974_657n;
const SECOND_MS = 1_000;

/**
 * When a post was made: its id tells the millisecond, where it agrees with the second that X says.
 *
 * @param saidMs cut to the second
 */
export function postTime(id: string, saidMs: number): number {
  const ms = Number((BigInt(id) >> 22n) + EPOCH_MS);
  return Math.abs(ms - saidMs) <= SECOND_MS ? ms : saidMs;
}
