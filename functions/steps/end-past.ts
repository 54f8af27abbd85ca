import type { Baseline } from '../model/baseline.ts';
import { ConflictError } from '../model/errors.ts';
import type { Watch } from '../model/watch.ts';
import type { BurstStore } from '../ports/burst-store.ts';
import { closePast } from '../signals/burst-past.ts';
import { freshBurst } from './fresh-burst.ts';

/**
 * The baseline as the present goes on from it. A burst that was found where the past is judged is
 * created and left open, for the poll to keep its posts and have it judged; it notes no rise, for
 * a hashtag that was found because it rose says nothing of how many rise together.
 */
export async function endPast(
  watch: Watch,
  baseline: Baseline,
  atMs: number,
  bursts: Pick<BurstStore, 'save'>,
): Promise<Baseline> {
  const burst = baseline.past?.burst;
  if (burst === undefined) return { ...baseline, detector: closePast(baseline.detector) };
  try {
    await bursts.save(freshBurst(watch, burst, atMs));
  } catch (error) {
    // A poll that died after this left it.
    if (!(error instanceof ConflictError)) throw error;
  }
  const { detector } = baseline;
  return {
    ...withoutBurst(baseline),
    openBurstMs: burst.startMs,
    detector: burst.endMs === null ? detector : closePast(detector),
  };
}

/** What was found of bursts is told, or given up. */
export function withoutBurst(baseline: Baseline): Baseline {
  if (baseline.past?.burst === undefined) return baseline;
  const { burst, ...past } = baseline.past;
  return { ...baseline, past };
}
