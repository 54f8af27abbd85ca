import { BURST } from '../../functions/settings/burst.ts';
import { chanceFrom } from '../simulator/chance.ts';
import { type Detector, FLAT, ours, random, silent, zScore } from './detectors.ts';
import { NAB_PROFILES, normalisedScore, scoreSeries } from './nab-score.ts';
import type { NabSeries } from './nab-series.ts';

const DRAWS = 50;

type NabResult = {
  /** Normalised, in the order of NAB_PROFILES. */
  readonly scores: readonly number[];
  readonly hits: number;
  readonly falseAlarms: number;
};

function nabResult(series: readonly NabSeries[], detector: Detector): NabResult {
  const windows = series.reduce((sum, one) => sum + one.windows.length, 0);
  const alarms = series.map((one) => ({ ...one, rows: detector(one) }));
  const byProfile = NAB_PROFILES.map((profile) => {
    const parts = alarms.map((one) =>
      scoreSeries(one.buckets.length, one.rows, one.windows, profile),
    );
    const total = (pick: 'raw' | 'hits' | 'falseAlarms') =>
      parts.reduce((sum, part) => sum + part[pick], 0);
    return {
      score: normalisedScore(total('raw'), windows, profile),
      hits: total('hits'),
      falseAlarms: total('falseAlarms'),
    };
  });
  const [{ hits, falseAlarms } = { hits: 0, falseAlarms: 0 }] = byProfile;
  return { scores: byProfile.map(({ score }) => score), hits, falseAlarms };
}

/** The benchmark's scores on the open series, rivals beside ours. */
export function benchNab(series: readonly NabSeries[]): string {
  const windows = series.reduce((sum, one) => sum + one.windows.length, 0);
  const eager = { youngPolls: 0 };
  const rows: [string, NabResult][] = [
    ['hour of day, notice (as deployed)', nabResult(series, ours(BURST, 'notice'))],
    ['hour of day, alert (as deployed)', nabResult(series, ours(BURST, 'alert'))],
    [
      'hour of day, notice, no cold-start rule',
      nabResult(series, ours({ ...BURST, ...eager }, 'notice')),
    ],
    [
      'flat, 12 h, notice, no cold-start rule',
      nabResult(series, ours({ ...FLAT, ...eager }, 'notice')),
    ],
    ['z-score of 5 against the last day', nabResult(series, zScore)],
    [`random, as many alarms (mean of ${DRAWS})`, meanOfRandom(series)],
    ['null', nabResult(series, silent)],
  ];
  return [
    `${series.length} open series, ${windows} windows; alarms in the first 750 rows do not count.`,
    '',
    `| detector | ${NAB_PROFILES.map(({ name }) => name).join(' | ')} | hits / false alarms |`,
    '| --- | --- | --- | --- | --- |',
    ...rows.map(([name, { scores, hits, falseAlarms }]) => {
      const cells = scores.map((score) => score.toFixed(1)).join(' | ');
      return `| ${name} | ${cells} | ${hits.toFixed(0)} / ${falseAlarms.toFixed(0)} |`;
    }),
    '',
    '| series | counts | windows | notices | alerts |',
    '| --- | --- | --- | --- | --- |',
    ...series.map((one) => {
      const [notices, alerts] = (['notice', 'alert'] as const).map(
        (severity) => ours(BURST, severity)(one).length,
      );
      return `| ${one.name} | ${one.buckets.length} | ${one.windows.length} | ${notices} | ${alerts} |`;
    }),
  ].join('\n');
}

function meanOfRandom(series: readonly NabSeries[]): NabResult {
  const detector = random(ours(BURST, 'notice'), chanceFrom('nab'));
  const results = Array.from({ length: DRAWS }, () => nabResult(series, detector));
  const mean = (pick: (result: NabResult) => number) =>
    results.reduce((sum, result) => sum + pick(result), 0) / DRAWS;
  return {
    scores: NAB_PROFILES.map((_, index) => mean(({ scores }) => scores[index] ?? 0)),
    hits: mean(({ hits }) => hits),
    falseAlarms: mean(({ falseAlarms }) => falseAlarms),
  };
}
