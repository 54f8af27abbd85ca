import type { Baseline, VolumeChunk } from '../model/baseline.ts';
import type { Burst } from '../model/burst.ts';
import { roundExpected } from '../model/round-expected.ts';
import type { Watch } from '../model/watch.ts';
import { type BurstSettings, correctLast, observe, skipMissed } from '../signals/burst.ts';
import { extendVolume, type VolumeEntry } from './extend-volume.ts';
import { followBurst } from './follow-burst.ts';
import type { NewCounts } from './read-counts.ts';

export type Learned = {
  readonly baseline: Baseline;
  /** Chunks of volume completed on the way. */
  readonly full: readonly VolumeChunk[];
  /** The burst that was open, as it is now, and those that opened since; oldest first. */
  readonly bursts: readonly Burst[];
};

const MINUTE_MS = 60_000;

/** Scores each new bucket, then learns it: in this order, so that a burst is not compared with itself. */
export function learnCounts(
  watch: Watch,
  baseline: Baseline,
  open: Burst | null,
  counts: NewCounts,
  atMs: number,
  settings: BurstSettings,
): Learned {
  let detector = correctLast(baseline.detector, counts.late);
  if (counts.lost > 0) detector = skipMissed(detector, counts.lost, settings);
  let current = open;
  const bursts = new Map(open === null ? [] : [[open.startMs, open] as const]);
  const entries: VolumeEntry[] = [];

  for (const { startMs, posts } of counts.buckets) {
    if (posts === null) {
      detector = skipMissed(detector, 1, settings);
      entries.push({ startMs, posts, expected: null });
      continue;
    }
    const step = observe(detector, { startMs, posts }, settings);
    detector = step.state;
    current = followBurst(current, watch, { startMs, posts }, step.observation, atMs);
    if (current !== null) bursts.set(current.startMs, current);
    entries.push({ startMs, posts, expected: roundExpected(step.observation.expected) });
  }

  const volume = extendVolume(
    withLate(baseline.volume, counts.late),
    entries,
    watch.intervalMinutes,
  );
  const last = counts.buckets.at(-1);
  return {
    baseline: {
      ...baseline,
      detector,
      volume: volume.filling,
      learnedUntilMs:
        last === undefined
          ? baseline.learnedUntilMs
          : last.startMs + watch.intervalMinutes * MINUTE_MS,
      openBurstMs: current?.startMs ?? null,
    },
    full: volume.full,
    bursts: [...bursts.values()],
  };
}

function withLate(volume: VolumeChunk | null, late: number): VolumeChunk | null {
  const last = volume?.posts.at(-1);
  if (volume === null || late === 0 || last === null || last === undefined) return volume;
  return { ...volume, posts: [...volume.posts.slice(0, -1), last + late] };
}
