import type { Post } from '../../functions/model/post.ts';
import type { Detection } from '../../functions/steps/judge.ts';
import { areaUnderCurve } from './area-under-curve.ts';
import { cutByCount } from './cut.ts';
import { judgeBurst } from './judge-burst.ts';
import { FIRST, type JudgedFamily, judgeFamilies, VARIANTS } from './judged-families.ts';
import { markdownTable } from './markdown-table.ts';
import { mixtureRuns } from './mixture-outcomes.ts';
import type { PartOptions } from './part.ts';
import { readSet } from './read-corpus.ts';
import { recallAt } from './recall-at.ts';
import { rivalMixtures } from './rival-mixtures.ts';
import { RIVALS } from './rivals/all.ts';

const MAX_FALSE = 0.01;
const WHOLE = 1000;

type Part = 'first' | 'whole';
/** What a score makes of the families, and of ordinary authors of the platform who share no event. */
type Scored = {
  readonly name: string;
  readonly families: readonly (readonly number[])[];
  readonly nobody: readonly number[];
};

/** Others on the same bursts: what each signal alone would have reached. */
export async function benchRivals({ detection, long }: PartOptions): Promise<string> {
  const judged = await judgeFamilies(detection);
  const stream = (await readSet('reference-stream2017')).map(({ post }) => post);
  return [
    '### Rivals',
    '',
    `Every score on the same bursts and ordinary windows as above. AUC: how often a coordinated burst outranks an ordinary window (.5 is a coin). Recall: at the threshold that names at most 1 % of ordinary windows. Aim at the first ${FIRST} posts, pooled: AUC .99, without reuse .95 (published at trending time: .75). Texts are unknown in the Turkish attacks; what cannot be measured counts as nothing found, and an unknown median age as old. Ordinary authors: 8.5 seconds of the whole public stream of 2017, no event, cut by 100 and by 1,000 posts, and how many of them the same threshold names. Both open campaigns used accounts younger than any open ordinary crowd has, so in bursts that hold nobody else the median age alone goes far; that is a habit of these two, and no law. What is left of it among ordinary people stands in the last table.`,
    '',
    ...(['first', 'whole'] as const).flatMap((part) => [
      part === 'first' ? `**First ${FIRST} posts**` : '**Whole bursts**',
      '',
      markdownTable(HEAD, rowsOf(judged, stream, part, detection)),
      '',
    ]),
    '**Mixtures, k = 30 %**, against the same hosts with nothing injected',
    '',
    await rivalMixtures(mixtureRuns(long), detection),
    '',
  ].join('\n');
}

const HEAD = [
  'score',
  'AUC Turkish',
  'troll',
  'pooled',
  'recall at 1 %: Turkish',
  'troll',
  'pooled',
  'ordinary authors',
];

function rowsOf(
  judged: readonly JudgedFamily[],
  stream: readonly Post[],
  part: Part,
  detection: Detection,
) {
  const windows = cutByCount(stream, part === 'first' ? FIRST : WHOLE);
  const first = part === 'first' ? FIRST : Number.POSITIVE_INFINITY;
  const own = VARIANTS.map(({ name, without }, variant) => ({
    name: `**Turfwatch, strength ${name}**`,
    families: judged.map((one) => (one[part][variant] ?? []).map(({ strength }) => strength)),
    nobody: windows.map((posts) => judgeBurst(posts, null, without, detection).strength),
  }));
  const rivals = Object.entries(RIVALS).map(([name, score]) => ({
    name,
    families: judged.map(({ family }) =>
      family.bursts.map(({ posts }) => score(posts.slice(0, first))),
    ),
    nobody: windows.map(score),
  }));
  return [...own, ...rivals].map((scored) => rowOf(scored, judged));
}

function rowOf({ name, families, nobody }: Scored, judged: readonly JudgedFamily[]) {
  const attacks = families.filter((_, at) => judged[at]?.family.coordinated);
  const negatives = families.filter((_, at) => !judged[at]?.family.coordinated).flat();
  const positives = [...attacks, attacks.flat()];
  return [
    name,
    ...positives.map((scores) => areaUnderCurve(scores, negatives)),
    ...[...positives, nobody].map((scores) => recallAt(scores, negatives, MAX_FALSE)),
  ];
}
