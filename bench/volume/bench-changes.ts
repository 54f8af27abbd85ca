import { markdownTable } from '../verdicts/markdown-table.ts';
import { OURS } from './contenders.ts';
import { cellOf, excessOf } from './measures.ts';
import type { Simulated } from './simulate-volume.ts';
import type { TrialTally } from './tally.ts';
import { sumOf } from './tally.ts';
import { CALM_TRIALS } from './trials.ts';

/** What holidays, outages and honest growth raise beyond what the same days raise without them. */
export function benchChanges(simulated: Simulated): string {
  const rows = CALM_TRIALS.map(({ name }) => [
    name,
    ...OURS.flatMap(({ levels }, at) =>
      levels.map((_, level) => cellOf(excessOf(pooled(simulated, at, level, name)), 1)),
    ),
  ]);
  const byScenario = CALM_TRIALS.map(({ name }) => [
    name,
    ...[...simulated.values()].map((tallies) =>
      [0, 1]
        .map((level) => tallies[0]?.[level]?.trials[name])
        .map((tally) => (tally === undefined ? '–' : excessOf(tally).value.toFixed(1)))
        .join(' / '),
    ),
  ]);
  return [
    '#### Nobody pushes',
    '',
    'Alarms in a hundred trials, less those that the same days of the same hashtags raise as they were; all scenarios together. A holiday is watched for two days, an outage (10 min to 8 h) and the day after, growth as long as it lasts.',
    '',
    markdownTable(
      ['', ...OURS.flatMap(({ name, levels }) => levels.map((level) => `${name}, ${level}s`))],
      rows,
    ),
    '',
    'Deployed, notices / alerts, by scenario:',
    '',
    markdownTable(['', ...simulated.keys()], byScenario),
  ].join('\n');
}

/** One trial over all scenarios. */
export function pooled(
  simulated: Simulated,
  detector: number,
  level: number,
  name: string,
): TrialTally {
  const tallies = [...simulated.values()].flatMap(
    (tallies) => tallies[detector]?.[level]?.trials[name] ?? [],
  );
  return tallies.reduce(sumOf);
}
