import { VERDICT_LEVELS, type Verdict } from '../../functions/model/verdict.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { SHADOW } from '../../functions/settings/shadow.ts';
import { FIRST, judgeFamilies } from './judged-families.ts';
import { markdownTable } from './markdown-table.ts';
import { hasCorpus } from './read-corpus.ts';

type Row = {
  readonly name: string;
  readonly live: readonly Verdict[];
  readonly shadow: readonly Verdict[];
};

/** What the version on trial would say otherwise of the open families. It is printed, and no part of results.md. */
export async function benchShadow(): Promise<string> {
  if (SHADOW === null) return 'No version is on trial beside the one in force.\n';
  if (!hasCorpus()) return 'The evaluation data is not here: versions were not compared.\n';
  const live = await judgeFamilies(DETECTION);
  const shadow = await judgeFamilies(SHADOW);
  const rows = live.flatMap(({ family, whole, first }, at): readonly Row[] => [
    { name: family.name, live: whole[0] ?? [], shadow: shadow[at]?.whole[0] ?? [] },
    {
      name: `${family.name}, first ${FIRST}`,
      live: first[0] ?? [],
      shadow: shadow[at]?.first[0] ?? [],
    },
  ]);
  return [
    `## ${SHADOW.thresholds.version} on trial beside ${DETECTION.version}`,
    '',
    'Shares of bursts, the version in force → the version on trial. Graver, milder: bursts whose level differs.',
    '',
    markdownTable(HEAD, rows.map(cellsOf)),
    '',
  ].join('\n');
}

const SHOWN = ['coordinated', 'suspicious', 'organic', 'undecided'] as const;
const HEAD = ['bursts', 'n', ...SHOWN, 'graver', 'milder'];

function cellsOf({ name, live, shadow }: Row): readonly string[] {
  const steps = live.map((verdict, at) => rankOf(shadow[at] ?? verdict) - rankOf(verdict));
  return [
    name,
    String(live.length),
    ...SHOWN.map((level) => `${shareOf(live, level)} → ${shareOf(shadow, level)}`),
    String(steps.filter((step) => step > 0).length),
    String(steps.filter((step) => step < 0).length),
  ];
}

function rankOf({ level }: Verdict): number {
  return VERDICT_LEVELS.indexOf(level);
}

function shareOf(verdicts: readonly Verdict[], level: Verdict['level']): string {
  return (verdicts.filter((one) => one.level === level).length / verdicts.length).toFixed(3);
}
