import type { Baseline } from '../model/baseline.ts';
import { type Burst, isUnjudged } from '../model/burst.ts';
import type { Watch } from '../model/watch.ts';
import type { Source } from '../ports/source.ts';
import { type KeepBurstPorts, keepBurst } from './keep-burst.ts';
import type { KeepSettings } from './keep-posts.ts';
import { keepSuspected } from './keep-suspected.ts';
import type { Learned } from './learn-counts.ts';

export type KeptBursts = {
  /** As they stand afterwards, oldest first. */
  readonly bursts: readonly Burst[];
  /** What is to be saved once all else is written. */
  readonly baseline: Baseline;
};

/**
 * Keeps the posts of all bursts that the counts tell of; where none is open, of one that is suspected.
 *
 * @throws {SourceError} if the source cannot answer
 */
export async function keepLearned(
  { baseline, bursts }: Learned,
  watch: Watch,
  source: Source,
  atMs: number,
  ports: KeepBurstPorts,
  settings: KeepSettings,
): Promise<KeptBursts> {
  const kept: Burst[] = [];
  for (const burst of bursts) {
    kept.push(await keepBurst(burst, watch, source, atMs, ports, settings));
  }
  const newest = kept.at(-1);
  const openBurstMs = newest === undefined || isFinished(newest) ? null : newest.startMs;
  if (openBurstMs !== null || baseline.suspected === undefined) {
    return { bursts: kept, baseline: { ...baseline, openBurstMs, suspected: undefined } };
  }
  const suspected = await keepSuspected(baseline.suspected, watch, source, atMs, ports, settings);
  return { bursts: kept, baseline: { ...baseline, openBurstMs, suspected } };
}

/** A burst that ended is followed until it was judged to the end, so that no verdict hangs on a queue. */
function isFinished(burst: Burst): boolean {
  return burst.endMs !== null && !isUnjudged(burst, Number.POSITIVE_INFINITY);
}
