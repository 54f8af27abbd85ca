import type { Baseline, TaughtPast, VolumeChunk } from '../model/baseline.ts';
import { roundExpected } from '../model/round-expected.ts';
import type { Watch } from '../model/watch.ts';
import type { PastCounts } from '../ports/source.ts';
import {
  type BurstSettings,
  type CountedBucket,
  type Observation,
  observeAll,
} from '../signals/burst.ts';
import { extendVolume } from './extend-volume.ts';
import { followCounts } from './follow-counts.ts';

export type LearnedPast = {
  readonly baseline: Baseline;
  /** Chunks of volume completed on the way. */
  readonly full: readonly VolumeChunk[];
};

const MINUTE_MS = 60_000;

/**
 * Teaches a baseline counts from before its watch began. What stood out then stays in the volume
 * and opens no burst, unless the past is judged: then the newest burst of it is kept. A bucket
 * that was not counted is a gap; of a sample, one that was not asked
 * for, and the next follows on the last.
 *
 * @param fromMs end of what was learned so far
 */
export function learnPast(
  watch: Pick<Watch, 'intervalMinutes'>,
  baseline: Baseline,
  { counts, untilMs, sampled = false }: PastCounts,
  fromMs: number,
  settings: BurstSettings,
): LearnedPast {
  const bucketMs = watch.intervalMinutes * MINUTE_MS;
  const within = counts.filter(({ startMs }) => startMs >= fromMs && startMs < untilMs);
  const buckets = bucketsOf(within, fromMs, untilMs, bucketMs, baseline);
  const taught = sampled ? buckets.filter(({ counted }) => counted !== null) : buckets;
  const { state, observations } = observeAll(
    baseline.detector,
    taught.map(({ counted }) => counted),
    settings,
  );
  const expected = new Map(
    taught.map(({ startMs }, index) => [startMs, observations[index]?.expected]),
  );
  const entries = buckets.map(({ startMs, counted }) => ({
    startMs,
    posts: counted?.posts ?? null,
    expected: expectedOf(expected.get(startMs)),
  }));
  const volume = extendVolume(baseline.volume, entries, watch.intervalMinutes);
  return {
    baseline: {
      ...baseline,
      detector: state,
      volume: volume.filling,
      learnedUntilMs: untilMs,
      past: baseline.past && {
        ...tally(baseline.past, within),
        ...newestBurst(baseline.past, taught, observations, fromMs, bucketMs, settings),
      },
    },
    full: volume.full,
  };
}

/** Of a sample, the last bucket counted may lie some hours back; posts of no more are read for a burst. */
const MOST_UNCOUNTED_MS = 2 * 3_600_000;

/** The newest burst where the past is judged; one that began before, and is still loud there, begins there. */
function newestBurst(
  { judgedFromMs = Number.POSITIVE_INFINITY, burst }: TaughtPast,
  taught: readonly PastBucket[],
  observations: readonly (Observation | null)[],
  fromMs: number,
  bucketMs: number,
  settings: BurstSettings,
): Pick<TaughtPast, 'burst'> {
  let newest = burst ?? null;
  let countedMs = fromMs;
  taught.forEach(({ startMs, counted }, index) => {
    const observation = observations[index];
    if (counted === null || !observation) return;
    const uncountedFromMs = Math.max(countedMs, judgedFromMs, startMs - MOST_UNCOUNTED_MS);
    countedMs = startMs + bucketMs;
    if (startMs < judgedFromMs) return;
    const began = newest === null ? withEarlier(observation, settings) : observation;
    newest = followCounts(newest, counted, bucketMs, began);
    if (newest?.startMs === startMs && uncountedFromMs < startMs)
      newest = { ...newest, uncountedFromMs };
  });
  return newest === null ? {} : { burst: newest };
}

/** A burst that is still loud is raised anew. */
function withEarlier(observation: Observation, { thresholds }: BurstSettings): Observation {
  const isLoud = observation.inBurst && observation.score >= thresholds.notice / 2;
  return { ...observation, notice: observation.notice || isLoud };
}

type PastBucket = { readonly startMs: number; readonly counted: CountedBucket | null };

/** Every bucket in turn; a baseline that knows nothing begins with the first that was counted. */
function bucketsOf(
  counts: PastCounts['counts'],
  fromMs: number,
  untilMs: number,
  bucketMs: number,
  { volume }: Baseline,
): readonly PastBucket[] {
  const byStart = new Map(counts.map((count) => [count.startMs, count]));
  const firstMs = volume === null ? (counts[0]?.startMs ?? untilMs) : fromMs;
  const buckets: PastBucket[] = [];
  for (let startMs = firstMs; startMs < untilMs; startMs += bucketMs) {
    buckets.push({ startMs, counted: byStart.get(startMs) ?? null });
  }
  return buckets;
}

/** A past begins with the first bucket that was counted: before it nothing is known. */
function tally(past: TaughtPast, counts: PastCounts['counts']): TaughtPast {
  const first = past.counted === 0 ? counts[0] : undefined;
  return {
    ...past,
    fromMs: first?.startMs ?? past.fromMs,
    counted: past.counted + counts.length,
  };
}

function expectedOf(expected: number | undefined): number | null {
  return expected === undefined ? null : roundExpected(expected);
}
