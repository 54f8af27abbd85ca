import {
  type BurstSettings,
  FRESH_DETECTOR,
  type Observation,
  observe,
  skipMissed,
} from '../functions/signals/burst.ts';
import type { Severity } from '../functions/signals/burst-settings.ts';
import type { VolumePoint } from './bursts-line.ts';
import type { VolumeSeries } from './bursts-series.ts';

/** One alarm of one severity. A bucket that raises both has two, the notice first. */
export type Alarm = {
  readonly startMs: number;
  readonly severity: Severity;
  readonly value: number;
  /** Posts that the past led one to expect. */
  readonly expected: number;
  /** Surprise, in nats. */
  readonly score: number;
};

export type Scan = {
  readonly alarms: readonly Alarm[];
  /** Buckets that the series leaves out. */
  readonly missed: number;
  /** Buckets learned while the baseline was young. */
  readonly young: number;
};

const SEVERITIES = ['notice', 'alert'] as const satisfies readonly Severity[];

/** Runs the detector over a series as the monitor would have, one poll after the other. */
export function scanSeries({ points, bucketMs }: VolumeSeries, settings: BurstSettings): Scan {
  const alarms: Alarm[] = [];
  let [detector, missed, young] = [FRESH_DETECTOR, 0, 0];
  let last = points[0];
  for (const point of points) {
    const gap = missedBetween(last, point, bucketMs);
    const seen = observe(skipMissed(detector, gap, settings), point, settings);
    alarms.push(...alarmsOf(point, seen.observation));
    if (seen.observation.young) young += 1;
    missed += gap;
    detector = seen.state;
    last = point;
  }
  return { alarms, missed, young };
}

function missedBetween(
  last: VolumePoint | undefined,
  point: VolumePoint,
  bucketMs: number,
): number {
  if (last === undefined || last === point) return 0;
  return Math.max(0, Math.round((point.startMs - last.startMs) / bucketMs) - 1);
}

function alarmsOf({ startMs, posts }: VolumePoint, observation: Observation): readonly Alarm[] {
  const { expected, score } = observation;
  return SEVERITIES.filter((severity) => observation[severity]).map((severity) => ({
    startMs,
    severity,
    value: posts,
    expected,
    score,
  }));
}
