import { markdownTable } from '../verdicts/markdown-table.ts';
import { type NabScores, nabCells } from './bench-nab.ts';
import { bestLevel } from './best-level.ts';
import { CONTENDERS, OURS } from './contenders.ts';
import { falseAlarms, medianDelay, powerOf } from './measures.ts';
import type { Simulated } from './simulate-volume.ts';
import { sumOf, type Tally, type TrialTally } from './tally.ts';
import { POWER_BURSTS } from './trials.ts';

/** Every detector on every measure. */
export function benchRivals(
  simulated: Simulated,
  nab: NabScores | null,
  nanoseconds: ReadonlyMap<string, number>,
): string {
  const ours = nanoseconds.get(OURS[0]?.name ?? '') ?? Number.NaN;
  const rows = CONTENDERS.map(({ name, stateBytes }, at) => {
    const tallies = [...simulated.values()].map((all) => chosen(all, at));
    const own = nanoseconds.get(name) ?? Number.NaN;
    return [
      name,
      ...nabCells(nab?.get(name) ?? []),
      mean(tallies.map((tally) => falseAlarms(tally, 'whole').value)).toFixed(2),
      ...POWER_BURSTS.map((burst) => powerCell(tallies, burst)),
      String(stateBytes),
      `${10 * Math.round(own / 10)} (${(own / ours).toFixed(1)})`,
    ];
  });
  const byScenario = CONTENDERS.map(({ name }, at) => [
    name,
    ...[...simulated.values()].map((all) => scenarioCell(chosen(all, at))),
  ]);
  return [
    'On the simulated hashtags the first two at notice; every rival, in each scenario apart, at the threshold that sees most with no more false alarms than the deployed one has there (the strictest of 24 where none has so few). False alarms and shares are means of the scenarios; minutes are the median of what was seen.',
    '',
    markdownTable(
      [
        'detector',
        'NAB standard',
        'low FP',
        'low FN',
        'hits / false alarms',
        'false alarms a tag-month',
        ...POWER_BURSTS,
        'state bytes',
        'ns a poll (deployed = 1)',
      ],
      rows,
    ),
    '',
    `False alarms a tag-month: share of ${POWER_BURSTS.join(' / ')} that is seen, by scenario:`,
    '',
    markdownTable(['detector', ...simulated.keys()], byScenario),
  ].join('\n');
}

function chosen(tallies: readonly (readonly Tally[])[], detector: number): Tally {
  const allowed = tallies[0]?.[0]?.whole.alarms ?? 0;
  const own = tallies[detector] ?? [];
  const tally = detector < OURS.length ? own[0] : bestLevel(own, allowed);
  if (tally === undefined) throw new Error(`detector ${detector} has no level`);
  return tally;
}

function powerCell(tallies: readonly Tally[], burst: string): string {
  const all = tallies.flatMap(({ trials }) => trials[burst] ?? []);
  const share = mean(all.map((tally) => powerOf(tally).value)).toFixed(2);
  const delay = medianDelay(all.reduce<TrialTally>(sumOf, emptyLike(all)));
  return delay === null ? share : `${share} @ ${delay}`;
}

function emptyLike([first]: readonly TrialTally[]): TrialTally {
  return { trials: 0, alarms: 0, usual: 0, seen: 0, delays: first?.delays.map(() => 0) ?? [] };
}

function scenarioCell(tally: Tally): string {
  const shares = POWER_BURSTS.flatMap((burst) => tally.trials[burst] ?? []).map((trial) =>
    powerOf(trial).value.toFixed(2),
  );
  return `${falseAlarms(tally, 'whole').value.toFixed(2)}: ${shares.join(' / ')}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
