import { alarmsOf, type Detector } from './detector.ts';
import { NAB_PROFILES, type NabProfile, normalisedScore, scoreSeries } from './nab-score.ts';
import type { NabSeries } from './nab-series.ts';
import type { Rival } from './rivals/scorer.ts';

export type NabResult = {
  /** Normalised: 0 for silence, 100 for the first row of each window and nothing else. */
  readonly score: number;
  /** Windows met, and alarms outside of any. */
  readonly hits: number;
  readonly falseAlarms: number;
};

/** Thresholds among which the best is sought. */
const MANY = 400;

/** Results by level of a detector, of all series together. */
export function nabResults(
  series: readonly NabSeries[],
  detector: Detector,
  profile: NabProfile,
): readonly NabResult[] {
  const windows = series.reduce((sum, one) => sum + one.windows.length, 0);
  const alarms = series.map(({ buckets }) => alarmsOf(detector, buckets));
  return detector.levels.map((_, level) => {
    const parts = series.map((one, at) =>
      scoreSeries(one.buckets.length, alarms[at]?.[level] ?? [], one.windows, profile),
    );
    const total = (pick: 'raw' | 'hits' | 'falseAlarms') =>
      parts.reduce((sum, part) => sum + part[pick], 0);
    return {
      score: normalisedScore(total('raw'), windows, profile),
      hits: total('hits'),
      falseAlarms: total('falseAlarms'),
    };
  });
}

/** By profile, at the one level that was fixed beforehand. */
export function nabFixed(
  series: readonly NabSeries[],
  detector: Detector,
  level = 0,
): readonly NabResult[] {
  return NAB_PROFILES.flatMap((profile) => nabResults(series, detector, profile)[level] ?? []);
}

/** By profile, at the threshold that is best for this profile on these very series, as the benchmark does. */
export function nabFitted(series: readonly NabSeries[], rival: Rival): readonly NabResult[] {
  const detector = rival.at(MANY);
  return NAB_PROFILES.map((profile) =>
    nabResults(series, detector, profile).reduce((best, one) =>
      one.score > best.score ? one : best,
    ),
  );
}
