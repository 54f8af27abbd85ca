import type { Verdict } from '../../functions/model/verdict.ts';
import type { Detection } from '../../functions/steps/judge.ts';
import { type JudgedFamily, judgeFamilies } from './judged-families.ts';
import { shareAt } from './level-shares.ts';
import { chosenOn, LIMITS, type Limits, weighAgain, withLimits } from './rotation.ts';

/** One family with the limits that the others chose. */
export type Rotated = {
  readonly tested: string;
  readonly limits: Limits;
  /** Its figure in [0, 1] with them, the best it could have had with limits that spare ordinary windows, and the one as deployed. */
  readonly got: number;
  readonly best: number;
  readonly deployed: number;
  readonly verdicts: readonly Verdict[];
};

/** A family's verdicts at each of LIMITS, and the figure that a choice of limits looks at. */
type Weighed = {
  readonly name: string;
  readonly coordinated: boolean;
  readonly verdicts: readonly (readonly Verdict[])[];
  readonly figures: readonly number[];
};

/** @param variant of VARIANTS */
export async function rotateFamilies(
  variant: number,
  detection: Detection,
): Promise<readonly Rotated[]> {
  const weighed = weighAll(await judgeFamilies(detection), variant, detection);
  const sparing = sparingLimits(weighed);
  return weighed.flatMap((tested) => {
    // The first figure of a family is that of the limits as deployed; those of LIMITS follow.
    const [deployed = 0, ...own] = tested.figures;
    const others = weighed.filter((one) => one !== tested).map(({ figures }) => figures.slice(1));
    const at = chosenOn(others);
    const limits = LIMITS[at];
    if (limits === undefined) return [];
    return {
      tested: tested.name,
      limits,
      got: own[at] ?? 0,
      best: Math.max(...own.filter((_, at) => sparing.has(at))),
      deployed,
      verdicts: tested.verdicts[at + 1] ?? [],
    };
  });
}

/** Ordinary windows that may be called `suspicious`: with laxer limits everything is a campaign. */
const MAX_SUSPICIOUS = 0.02;

/** Which of LIMITS hardly ever speak of ordinary windows. */
function sparingLimits(weighed: readonly Weighed[]): ReadonlySet<number> {
  const ordinary = weighed.find(({ coordinated }) => !coordinated)?.figures.slice(1) ?? [];
  return new Set([...ordinary.keys()].filter((at) => (ordinary[at] ?? 0) >= 1 - MAX_SUSPICIOUS));
}

/** Every family weighed with each of LIMITS: the two kinds of attack, and ordinary windows as one. */
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
