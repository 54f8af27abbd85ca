import type { Verdict } from '../../functions/model/verdict.ts';
import type { Detection } from '../../functions/steps/judge.ts';
import { type JudgedFamily, judgeFamilies, VARIANTS } from './judged-families.ts';
import { shareAt } from './level-shares.ts';
import { markdownTable } from './markdown-table.ts';
import type { PartOptions } from './part.ts';
import { chosenOn, LIMITS, SCALES, SCORES, weighAgain, withLimits } from './rotation.ts';

/** A family's verdicts at each of LIMITS, and the figure that a choice of limits looks at. */
type Weighed = {
  readonly name: string;
  readonly coordinated: boolean;
  readonly verdicts: readonly (readonly Verdict[])[];
  readonly figures: readonly number[];
};

/** Limits chosen without a family, and what that costs it. */
export async function benchRotation({ detection }: PartOptions): Promise<string> {
  const judged = await judgeFamilies(detection);
  const rows = VARIANTS.slice(0, 2).flatMap(({ name }, variant) =>
    rotate(weighAll(judged, variant, detection)).map((row) => [...row, name]),
  );
  return [
    '### Rotation',
    '',
    `All effect limits scaled by ${SCALES.join(', ')} and all score limits set to ${SCORES.join(', ')}, chosen on two families (best mean figure, of equals the strictest), tested on the third. The figure of attacks is the share called \`coordinated\`, of ordinary windows the share called neither that nor \`suspicious\`. Aim: at most 5 points lost. This tests the limits, not the choice of signals, which was made with all families in view.`,
    '',
    markdownTable(HEAD, rows),
    '',
  ].join('\n');
}

const HEAD = [
  'tested on',
  'chosen: scale, score',
  'figure',
  'own best',
  'loss, points',
  'as deployed',
  'coordinated',
  'suspicious',
  'reuse',
];

function weighAll(
  judged: readonly JudgedFamily[],
  variant: number,
  { thresholds }: Detection,
): readonly Weighed[] {
  const pools = [
    ...judged
      .filter(({ family }) => family.coordinated)
      .map((one) => ({ name: one.family.name as string, coordinated: true, judged: [one] })),
    {
      name: 'organic, news and sport',
      coordinated: false,
      judged: judged.filter(({ family }) => !family.coordinated),
    },
  ];
  return pools.map(({ name, coordinated, judged: members }) => {
    const given = members.flatMap(({ whole }) => whole[variant] ?? []);
    const verdicts = [thresholds, ...LIMITS.map((limits) => withLimits(thresholds, limits))].map(
      (one) => given.map((verdict) => weighAgain(verdict, one)),
    );
    const figures = verdicts.map((some) =>
      coordinated ? shareAt(some, 'coordinated') : shareAt(some, 'organic', 'undecided'),
    );
    return { name, coordinated, verdicts, figures };
  });
}

/** The first figure of a family is that of the limits as deployed; those of LIMITS follow. */
function rotate(weighed: readonly Weighed[]): readonly (readonly (string | number)[])[] {
  return weighed.map((tested) => {
    const others = weighed.filter((one) => one !== tested).map(({ figures }) => figures.slice(1));
    const at = chosenOn(others);
    const limits = LIMITS[at];
    const got = tested.figures[at + 1] ?? 0;
    const best = Math.max(...tested.figures.slice(1));
    const verdicts = tested.verdicts[at + 1] ?? [];
    return [
      tested.name,
      `${limits?.scale}, ${limits?.score}`,
      got,
      best,
      (100 * (best - got)).toFixed(1),
      tested.figures[0] ?? 0,
      shareAt(verdicts, 'coordinated'),
      shareAt(verdicts, 'suspicious'),
    ];
  });
}
