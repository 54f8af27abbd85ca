import { isMeasured } from '../../functions/model/evidence.ts';
import type { Verdict, VerdictLevel } from '../../functions/model/verdict.ts';
import type { Detection } from '../../functions/steps/judge.ts';
import { setsNamed } from './bursts.ts';
import { COMMUNITIES } from './communities.ts';
import { levelShares } from './level-shares.ts';
import { markdownTable } from './markdown-table.ts';
import type { PartOptions } from './part.ts';
import { quantile } from './quantile.ts';
import { judgeDaysOf, judgeSisters } from './sisters.ts';

/** Sister events of one community, and every ordinary set, loaded together and judged by day and hashtag. */
export async function benchSisters({ detection }: PartOptions): Promise<string> {
  const communities = await judgeSisters(detection);
  const pooled = communities.flatMap(([, verdicts]) => verdicts);
  const alone = await judgeAlone(detection);
  const all = await judgeDaysOf(setsNamed('organic-', 'news-', 'sport-'), detection);
  return [
    '### Sister events',
    '',
    'Days of hashtags thick enough for a verdict as `turfwatch check A B C --window 1d` judges them. Whoever is named here is an ordinary community that keeps coming back: pooled `coordinated` aim 0, `suspicious` aim .03. Reuse effect: the share that came back, where it could be measured.',
    '',
    markdownTable(HEAD, [
      ...communities.map(([name, verdicts]) => rowOf(name, verdicts)),
      rowOf('**the four pooled**', pooled),
      rowOf('each of their sets alone', alone),
      rowOf('all organic, news and sport sets', all),
    ]),
    '',
    ...sayWhy(pooled),
    '',
  ].join('\n');
}

const HEAD = [
  'together',
  'n',
  'coordinated',
  'suspicious',
  'organic',
  'undecided',
  'reuse measured',
  'reuse effect: median',
  '95 %',
  'max',
];

async function judgeAlone(detection: Detection): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const set of Object.values(COMMUNITIES).flat()) {
    verdicts.push(...(await judgeDaysOf([set], detection)));
  }
  return verdicts;
}

function rowOf(name: string, verdicts: readonly Verdict[]) {
  const effects = verdicts
    .flatMap(({ evidence }) => evidence.filter(isMeasured))
    .filter(({ signal }) => signal === 'reuse')
    .map(({ effect }) => effect);
  const at = (share: number) => (effects.length === 0 ? null : quantile(effects, share));
  return [
    name,
    String(verdicts.length),
    ...levelShares(verdicts),
    String(effects.length),
    at(0.5),
    at(0.95),
    at(1),
  ];
}

/** Which families stood on days that were named. */
function sayWhy(verdicts: readonly Verdict[]): readonly string[] {
  const isNamed = (level: VerdictLevel) => level === 'suspicious' || level === 'coordinated';
  const counts = new Map<string, number>();
  for (const { level, standing } of verdicts) {
    if (isNamed(level))
      counts.set(standing.join(' + '), (counts.get(standing.join(' + ')) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const families = [...counts].map(([family, count]) => `${family} ${count}`).join(', ');
  return [`Days named, by what stood: ${families}.`];
}
