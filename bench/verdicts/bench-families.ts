import type { Verdict } from '../../functions/model/verdict.ts';
import { wilsonInterval } from '../../functions/stats/wilson-interval.ts';
import { setsNamed } from './bursts.ts';
import { FIRST, type JudgedFamily, judgeFamilies } from './judged-families.ts';
import { levelShares, shareAt } from './level-shares.ts';
import { markdownTable } from './markdown-table.ts';
import type { PartOptions } from './part.ts';

const AIMS: Readonly<Record<string, string>> = {
  'Turkish attacks': 'coordinated .97, -reuse .80',
  [`Turkish attacks, first ${FIRST}`]: 'coordinated .93, -reuse .55',
  'troll-farm days': 'coordinated .95, -reuse .88',
  [`troll-farm days, first ${FIRST}`]: 'suspicious or worse .80',
  '**ordinary, pooled**': 'coordinated 0, suspicious .02',
};

/** Each family apart: attacks of 5 minutes, troll days, ordinary windows of an hour and of 1,000 posts. */
export async function benchFamilies({ detection }: PartOptions): Promise<string> {
  const judged = await judgeFamilies(detection);
  const ordinary = judged.filter(({ family }) => !family.coordinated);
  const rows = [
    ...judged.flatMap(rowsOf),
    rowOf('**ordinary, pooled**', pool(ordinary, 'whole')),
    rowOf(`**ordinary, pooled, first ${FIRST}**`, pool(ordinary, 'first')),
  ];
  return [
    '### Families',
    '',
    'Shares of bursts, each family apart. Attack: 5 minutes with 100 accounts or more; troll day: a hashtag on a day (UTC) with 20 accounts and 100 posts or more; ordinary: hashtags of a set in windows of 1 hour and of 1,000 posts, 50 posts or more. A file tells every deletion, also those after the last post judged, as `turfwatch check` reads it; as seen then: only what had vanished by the last post, as a monitor knew it. `-reuse` leaves reuse out, `-deletion` both.',
    '',
    markdownTable(HEAD, rows),
    '',
    falseAlarms(ordinary),
    '',
  ].join('\n');
}

const HEAD = [
  'bursts',
  'n',
  'coordinated',
  'suspicious',
  'organic',
  'undecided',
  'coordinated -reuse',
  'suspicious -reuse',
  'coordinated -reuse -deletion',
  'aim',
];

function rowsOf({ family, whole, first, seen }: JudgedFamily) {
  return [
    rowOf(family.name, whole),
    rowOf(`${family.name}, first ${FIRST}`, first),
    ...(seen === null ? [] : [rowOf(`${family.name}, first ${FIRST}, as seen then`, seen)]),
  ];
}

function rowOf(name: string, variants: readonly (readonly Verdict[])[]) {
  const [all = [], withoutReuse = [], bare = []] = variants;
  return [
    name,
    String(all.length),
    ...levelShares(all),
    shareAt(withoutReuse, 'coordinated'),
    shareAt(withoutReuse, 'suspicious'),
    shareAt(bare, 'coordinated'),
    AIMS[name] ?? '',
  ];
}

function pool(judged: readonly JudgedFamily[], part: 'whole' | 'first') {
  return [0, 1, 2].map((variant) => judged.flatMap((one) => one[part][variant] ?? []));
}

/** Windows overlap and belong to a handful of events: the interval is the least doubt there is. */
function falseAlarms(ordinary: readonly JudgedFamily[]): string {
  const verdicts = ordinary.flatMap(({ whole, first }) => [
    ...(whole[0] ?? []),
    ...(first[0] ?? []),
  ]);
  const named = verdicts.filter(({ level }) => level === 'suspicious' || level === 'coordinated');
  const { high } = wilsonInterval(named.length, verdicts.length);
  return `False alarms: ${named.length} of ${verdicts.length} judgements of ordinary windows (whole and first ${FIRST}) were \`suspicious\` or worse, ${(named.length / verdicts.length).toFixed(4)} a window; were they independent, at most ${high.toFixed(4)} (95 %). They overlap and come from ${setsNamed('organic-', 'news-', 'sport-').length} sets, so the true bound is wider.`;
}
