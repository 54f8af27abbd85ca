import type { Baseline, DetectorState, VolumeChunk } from '../model/baseline.ts';
import type { Burst } from '../model/burst.ts';
import { roundExpected } from '../model/round-expected.ts';
import type { Suspected } from '../model/suspected.ts';
import type { Watch } from '../model/watch.ts';
import {
  type BurstSettings,
  correctLast,
  type Observation,
  observe,
  skipMissed,
} from '../signals/burst.ts';
import { isOnTheWay } from '../signals/on-the-way.ts';
import { extendVolume, type VolumeEntry } from './extend-volume.ts';
import { followBurst } from './follow-burst.ts';
import { countIn, countLate, type SuspectSettings, suspect, takeOver } from './follow-suspected.ts';
import type { NewCounts } from './read-counts.ts';

export type Learned = {
  readonly baseline: Baseline;
  /** Chunks of volume completed on the way. */
  readonly full: readonly VolumeChunk[];
  /** The burst that was open, as it is now, and those that opened since; oldest first. */
  readonly bursts: readonly Burst[];
};

export type LearnSettings = { readonly burst: BurstSettings; readonly suspect: SuspectSettings };

const MINUTE_MS = 60_000;

/** Scores each new bucket, then learns it: in this order, so that a burst is not compared with itself. */
export function learnCounts(
  watch: Watch,
  baseline: Baseline,
  open: Burst | null,
  counts: NewCounts,
  atMs: number,
  settings: LearnSettings,
): Learned {
  let detector = correctLast(baseline.detector, counts.late);
  if (counts.lost > 0) detector = skipMissed(detector, counts.lost, settings.burst);
  let course: Course = { ...lateCounted(baseline, open, counts.late), detector };
  const bursts = new Map(open === null ? [] : [[open.startMs, open] as const]);
  const entries: VolumeEntry[] = [];

  for (const { startMs, posts } of counts.buckets) {
    if (posts === null) {
      course = { ...course, detector: skipMissed(course.detector, 1, settings.burst) };
      entries.push({ startMs, posts, expected: null });
      continue;
    }
    const step = observe(course.detector, { startMs, posts }, settings.burst);
    course = follow({ ...course, detector: step.state }, watch, step.observation, startMs, {
      atMs,
      ...settings,
    });
    if (course.burst !== null) bursts.set(course.burst.startMs, course.burst);
    entries.push({ startMs, posts, expected: roundExpected(step.observation.expected) });
  }

  const { filling, full } = extendVolume(
    withLate(baseline.volume, counts.late),
    entries,
    watch.intervalMinutes,
  );
  const last = counts.buckets.at(-1);
  const learnedUntilMs =
    last === undefined ? baseline.learnedUntilMs : last.startMs + watch.intervalMinutes * MINUTE_MS;
  return {
    baseline: {
      ...baseline,
      detector: course.detector,
      suspected: course.suspected,
      volume: filling,
      learnedUntilMs,
      openBurstMs: course.burst?.startMs ?? null,
    },
    full,
    bursts: [...bursts.values()],
  };
}

/** Where the buckets learned so far have led. */
type Course = {
  readonly detector: DetectorState;
  readonly burst: Burst | null;
  readonly suspected: Suspected | undefined;
};

/** What is open or suspected ends with the bucket learned last: its late posts are theirs. */
function lateCounted(
  { detector, suspected, learnedUntilMs }: Baseline,
  open: Burst | null,
  late: number,
): Course {
  return {
    detector,
    burst: open && countLate(open, learnedUntilMs, late),
    suspected: suspected && { ...suspected, posts: suspected.posts + late },
  };
}

function follow(
  course: Course,
  watch: Watch,
  observation: Observation,
  startMs: number,
  settings: LearnSettings & { readonly atMs: number },
): Course {
  const bucket = { startMs, posts: observation.posts };
  const { burst: before, suspected } = course;
  const followed = followBurst(before, watch, bucket, observation, settings.atMs);
  const isOpened = followed !== null && followed.startMs !== before?.startMs;
  const burst = isOpened ? takeOver(followed, suspected) : followed;
  const isSuspected = isOnTheWay(observation, settings.burst, settings.suspect.suspectShare);
  return {
    ...course,
    burst: burst && countIn(burst, bucket, watch.intervalMinutes * MINUTE_MS),
    suspected: isSuspected ? suspect(suspected, bucket, settings.suspect) : undefined,
  };
}

function withLate(volume: VolumeChunk | null, late: number): VolumeChunk | null {
  const last = volume?.posts.at(-1);
  if (volume === null || late === 0 || last === null || last === undefined) return volume;
  return { ...volume, posts: [...volume.posts.slice(0, -1), last + late] };
}
