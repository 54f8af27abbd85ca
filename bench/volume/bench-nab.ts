import { BURST } from '../../functions/settings/burst.ts';
import { markdownTable } from '../verdicts/markdown-table.ts';
import { OURS, RIVALS } from './contenders.ts';
import { deployed } from './deployed.ts';
import { alarmsOf } from './detector.ts';
import { type NabResult, nabFitted, nabFixed } from './nab-result.ts';
import { NAB_PROFILES } from './nab-score.ts';
import type { NabSeries } from './nab-series.ts';
import { burstStart } from './rivals/burst-start.ts';

const FLAT = deployed({ ...BURST, season: 'flat', quietPolls: 144 }, 'deployed, flat, 12 h');
const FLAT_START = burstStart(
  { flat: true, quietPolls: 144, coldPolls: 288 },
  'the written start, flat, 12 h',
);

/** By detector, by profile; our own at the notice threshold. */
export type NabScores = ReadonlyMap<string, readonly NabResult[]>;

export function nabScores(series: readonly NabSeries[]): NabScores {
  return new Map([
    ...OURS.map((one) => [one.name, nabFixed(series, one)] as const),
    ...RIVALS.map((one) => [one.name, nabFitted(series, one)] as const),
  ]);
}

/** The benchmark's scores on the open series, rivals beside ours. */
export function benchNab(series: readonly NabSeries[], scores: NabScores): string {
  const windows = series.reduce((sum, one) => sum + one.windows.length, 0);
  const more = [...OURS, FLAT, FLAT_START].flatMap((one) =>
    one.levels.map(
      (severity, level) => [`${one.name}, ${severity}`, nabFixed(series, one, level)] as const,
    ),
  );
  const fitted = RIVALS.map(({ name }) => [name, scores.get(name) ?? []] as const);
  return [
    `${series.length} open series, ${windows} windows; alarms in the first 15 % (750 rows at most) do not count. Hits and false alarms are those of the standard profile. Ours: thresholds fixed beforehand. Rivals: for each profile the threshold that is best on these very series, and six quiet hours between alarms, both to their advantage. The windowed Gaussian without that advantage, at the threshold it was published with, is given the published score on each file (test/bench/volume/rivals).`,
    '',
    markdownTable(
      ['detector', ...NAB_PROFILES.map(({ name }) => name), 'hits / false alarms'],
      [...more, ...fitted].map(([name, results]) => [name, ...nabCells(results)]),
    ),
    '',
    markdownTable(
      [
        'series',
        'counts',
        'windows',
        ...OURS.flatMap(({ name, levels }) => levels.map((level) => `${name}, ${level}s`)),
      ],
      series.map((one) => [
        one.name,
        String(one.buckets.length),
        String(one.windows.length),
        ...OURS.flatMap((detector) =>
          alarmsOf(detector, one.buckets).map(({ length }) => String(length)),
        ),
      ]),
    ),
  ].join('\n');
}

/** Three scores, then hits and false alarms under the first. */
export function nabCells(results: readonly NabResult[]): readonly (string | null)[] {
  const [standard] = results;
  if (standard === undefined) return [...NAB_PROFILES.map(() => null), null];
  return [
    ...results.map(({ score }) => score.toFixed(1)),
    `${standard.hits} / ${standard.falseAlarms}`,
  ];
}
