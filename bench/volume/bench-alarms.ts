import { markdownTable } from '../verdicts/markdown-table.ts';
import { OURS } from './contenders.ts';
import { cellOf, falseAlarms } from './measures.ts';
import type { Simulated } from './simulate-volume.ts';

/** False alarms of hashtags that nobody pushes, of the detectors whose thresholds were fixed beforehand. */
export function benchAlarms(simulated: Simulated): string {
  const rows = [...simulated].flatMap(([scenario, tallies]) =>
    OURS.map(({ name }, at) => {
      const figures = (tallies[at] ?? []).flatMap((tally) => [
        cellOf(falseAlarms(tally, 'whole'), 3),
        cellOf(falseAlarms(tally, 'firstWeek'), 2),
        String(tally.firstDay.alarms),
      ]);
      return [at === 0 ? scenario : '', name, ...figures];
    }),
  );
  const head = (severity: string) => [
    `${severity}s a tag-month`,
    `– first week`,
    '– on the first day, all tags',
  ];
  return [
    '#### False alarms',
    '',
    '90 days of hashtags that nobody pushes; the first day counts, in the whole and in the first week.',
    '',
    markdownTable(['scenario', 'detector', ...head('notice'), ...head('alert')], rows),
  ].join('\n');
}
