import { markdownTable } from '../verdicts/markdown-table.ts';
import { OURS } from './contenders.ts';
import { cellOf, medianDelay, powerOf } from './measures.ts';
import type { Simulated } from './simulate-volume.ts';
import type { TrialTally } from './tally.ts';
import { BURST_TRIALS } from './trials.ts';

/** Which injected bursts are seen while they last, and how soon. */
export function benchPower(simulated: Simulated): string {
  const rows = [...simulated].flatMap(([scenario, tallies]) =>
    BURST_TRIALS.map(({ name }, row) => [
      row === 0 ? scenario : '',
      name,
      ...OURS.flatMap((_, at) => (tallies[at] ?? []).map(({ trials }) => seenCell(trials[name]))),
    ]),
  );
  const head = OURS.flatMap(({ name, levels }) => levels.map((level) => `${name}, ${level}`));
  return [
    '#### Bursts seen',
    '',
    'Share of injected bursts with an alarm before they end, and the median minutes until then (to the end of the poll). Each burst meets a past without any other: one at any time from day 14 on, one at the hour of least activity, one between day 1 and day 7.',
    '',
    markdownTable(['scenario', 'burst', ...head], rows),
  ].join('\n');
}

function seenCell(tally: TrialTally | undefined): string | null {
  if (tally === undefined) return null;
  const delay = medianDelay(tally);
  return `${cellOf(powerOf(tally), 2)}${delay === null ? '' : ` @ ${delay}`}`;
}
