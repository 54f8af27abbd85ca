import type { Burst } from '../model/burst.ts';
import type { Watch } from '../model/watch.ts';
import type { Observation } from '../signals/burst.ts';
import { followCounts } from './follow-counts.ts';
import { freshBurst } from './fresh-burst.ts';

const MINUTE_MS = 60_000;

/**
 * What a learned bucket means for the watch's burst: opens one, raises it, closes it, or nothing.
 *
 * @param open the burst that is open before this bucket, null if there is none
 * @param atMs time of the poll that learned the bucket
 */
export function followBurst(
  open: Burst | null,
  watch: Watch,
  bucket: { readonly startMs: number; readonly posts: number },
  observation: Observation,
  atMs: number,
): Burst | null {
  const found = followCounts(open, bucket, watch.intervalMinutes * MINUTE_MS, observation);
  if (found === null || 'burstId' in found) return found;
  return freshBurst(watch, found, atMs);
}
