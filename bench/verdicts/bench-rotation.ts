import { VARIANTS } from './judged-families.ts';
import { shareAt } from './level-shares.ts';
import { markdownTable } from './markdown-table.ts';
import type { PartOptions } from './part.ts';
import { type Rotated, rotateFamilies } from './rotate-families.ts';
import { ADDED, SCALES } from './rotation.ts';

/** Limits chosen without a family, and what that costs it. */
export async function benchRotation({ detection }: PartOptions): Promise<string> {
  const rows: (string | number)[][] = [];
  for (const [variant, { name }] of VARIANTS.slice(0, 2).entries()) {
    rows.push(...(await rotateFamilies(variant, detection)).map((one) => rowOf(one, name)));
  }
  return [
    '### Rotation',
    '',
    `All effect limits scaled by ${SCALES.join(', ')} and ${ADDED.join(', ')} added to all score limits, chosen on two families (best mean figure, figures within a point being equal, and of equals the nearest to the stated limits), tested on the third. Its own best is among limits that call at most 2 % of ordinary windows \`suspicious\`: with laxer ones everything is a campaign. The figure of attacks is the share called \`coordinated\`, of ordinary windows the share called neither that nor \`suspicious\`. Aim: at most 5 points lost. This tests the limits, not the choice of signals, which was made with all families in view.`,
    '',
    markdownTable(HEAD, rows),
    '',
  ].join('\n');
}

const HEAD = [
  'tested on',
  'chosen: scale, added',
  'figure',
  'own best',
  'loss, points',
  'as deployed',
  'coordinated',
  'suspicious',
  'reuse',
];

function rowOf({ tested, limits, got, best, deployed, verdicts }: Rotated, reuse: string) {
  return [
    tested,
    `${limits.scale}, ${limits.added}`,
    got,
    best,
    (100 * (best - got)).toFixed(1),
    deployed,
    shareAt(verdicts, 'coordinated'),
    shareAt(verdicts, 'suspicious'),
    reuse,
  ];
}
