import { markdownTable } from '../verdicts/markdown-table.ts';
import { SEVERITIES } from './deployed.ts';
import type { Simulated } from './simulate-volume.ts';
import { surgeOf } from './surge.ts';

/** What is told of an hour in which every watch of a source has five times its posts. */
export function benchSurge(simulated: Simulated): string {
  const rows = SEVERITIES.map((severity, level) => {
    const { watched, rose, surges, alone } = surgeOf(simulated, level);
    return [severity, ...[watched, rose, surges, alone].map(String)];
  });
  return [
    '#### A surge of the whole source',
    '',
    'Every hashtag of every scenario has five times its posts for one hour, on a Tuesday afternoon.',
    '',
    markdownTable(
      ['severity', 'watches', 'rose', 'surges told', 'rises told for themselves'],
      rows,
    ),
  ].join('\n');
}
