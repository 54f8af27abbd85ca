import type { Verdict } from '../../functions/model/verdict.ts';
import type { Detection } from '../../functions/steps/judge.ts';
import { areaUnderCurve } from './area-under-curve.ts';
import { FIRST, type JudgedFamily, judgeFamilies } from './judged-families.ts';
import { shareAt } from './level-shares.ts';
import { markdownTable } from './markdown-table.ts';
import { mixtureCells } from './mixture-cells.ts';
import { mixtureOutcomes, mixtureRuns } from './mixture-outcomes.ts';
import type { PartOptions } from './part.ts';
import { rotateFamilies } from './rotate-families.ts';
import { shareCoverage } from './share-coverage.ts';
import { judgeSisters } from './sisters.ts';

const MIXED_SHARE = 0.3;

/** One thing that was aimed at: as much, or as little. */
type Aim = {
  readonly name: string;
  readonly figure: number | null;
  readonly aim: number;
  readonly atMost?: true;
};

/** What was aimed at, beside what is: the rest of the bench on one screen. */
export async function benchAims({ detection, long }: PartOptions): Promise<string> {
  const aims = [
    ...familyAims(await judgeFamilies(detection)),
    ...(await sisterAims(detection)),
    ...(await mixtureAims(mixtureRuns(long), detection)),
    ...(await rotationAims(detection)),
  ];
  const rows = aims.map(({ name, figure, aim, atMost }) => [
    name,
    figure,
    `${atMost ? 'at most' : 'at least'} ${aim}`,
    met(figure, aim, atMost),
  ]);
  return ['### Aims', '', markdownTable(['', 'figure', 'aim', 'met'], rows), ''].join('\n');
}

function met(figure: number | null, aim: number, atMost: true | undefined): string | null {
  if (figure === null) return null;
  return (atMost ? figure <= aim : figure >= aim) ? 'yes' : '**no**';
}

function familyAims(judged: readonly JudgedFamily[]): readonly Aim[] {
  const of = (name: string, part: 'whole' | 'first', variant: number) =>
    judged.find(({ family }) => family.name === name)?.[part][variant] ?? [];
  const coordinated = (name: string, part: 'whole' | 'first', variant: number) =>
    shareAt(of(name, part, variant), 'coordinated');
  const [attacks, trolls] = ['Turkish attacks', 'troll-farm days'];
  const ordinary = judged.filter(({ family }) => !family.coordinated);
  const windows = ordinary.flatMap(({ whole }) => whole[0] ?? []);
  return [
    { name: `${attacks}, coordinated`, figure: coordinated(attacks, 'whole', 0), aim: 0.97 },
    { name: '– without reuse', figure: coordinated(attacks, 'whole', 1), aim: 0.8 },
    { name: `– first ${FIRST}`, figure: coordinated(attacks, 'first', 0), aim: 0.93 },
    {
      name: `– first ${FIRST}, without reuse`,
      figure: coordinated(attacks, 'first', 1),
      aim: 0.55,
    },
    { name: `${trolls}, coordinated`, figure: coordinated(trolls, 'whole', 0), aim: 0.95 },
    { name: '– without reuse', figure: coordinated(trolls, 'whole', 1), aim: 0.88 },
    {
      name: `– first ${FIRST}, suspicious or worse`,
      figure: shareAt(of(trolls, 'first', 0), 'suspicious', 'coordinated'),
      aim: 0.8,
    },
    ...quiet('ordinary windows', windows, 0.02),
    { name: `AUC, first ${FIRST}, pooled`, figure: pooledArea(judged, 0), aim: 0.99 },
    { name: '– without reuse', figure: pooledArea(judged, 1), aim: 0.95 },
  ];
}

function quiet(name: string, verdicts: readonly Verdict[], suspicious: number): readonly Aim[] {
  return [
    {
      name: `${name}, coordinated`,
      figure: shareAt(verdicts, 'coordinated'),
      aim: 0,
      atMost: true,
    },
    {
      name: '– suspicious',
      figure: shareAt(verdicts, 'suspicious'),
      aim: suspicious,
      atMost: true,
    },
  ];
}

function pooledArea(judged: readonly JudgedFamily[], variant: number): number {
  const strengths = (coordinated: boolean) =>
    judged
      .filter(({ family }) => family.coordinated === coordinated)
      .flatMap(({ first }) => (first[variant] ?? []).map(({ strength }) => strength));
  return areaUnderCurve(strengths(true), strengths(false));
}

async function sisterAims(detection: Detection): Promise<readonly Aim[]> {
  const pooled = (await judgeSisters(detection)).flatMap(([, verdicts]) => verdicts);
  return quiet('sister events by day', pooled, 0.03);
}

async function mixtureAims(runs: number, detection: Detection): Promise<readonly Aim[]> {
  const cells = await mixtureCells();
  const [attacks = [], trolls = [], ...others] = cells.map((cell) =>
    mixtureOutcomes(cell, MIXED_SHARE, runs, detection),
  );
  const named = (outcomes: readonly { readonly verdict: Verdict }[]) =>
    outcomes.map(({ verdict }) => verdict);
  const { covered } = shareCoverage([...attacks, ...trolls, ...others.flat()]);
  return [
    {
      name: 'Turkish at 30 % in news, coordinated',
      figure: shareAt(named(attacks), 'coordinated'),
      aim: 0.95,
    },
    {
      name: '– without reuse',
      figure: shareAt(
        attacks.map(({ withoutReuse }) => withoutReuse),
        'coordinated',
      ),
      aim: 0.8,
    },
    {
      name: 'troll at 30 % in conference and school days of 300 posts or more, suspicious or worse',
      figure: shareAt(named(trolls), 'suspicious', 'coordinated'),
      aim: 0.85,
    },
    { name: '– coordinated', figure: shareAt(named(trolls), 'coordinated'), aim: 0.45 },
    { name: 'share within its 90 % interval, mixtures at 30 %', figure: covered, aim: 0.9 },
  ];
}

async function rotationAims(detection: Detection): Promise<readonly Aim[]> {
  const aims: Aim[] = [];
  for (const [variant, reuse] of ['', ', without reuse'].entries()) {
    const rotated = await rotateFamilies(variant, detection);
    aims.push({
      name: `rotation${reuse}, largest loss`,
      figure: Math.max(...rotated.map(({ best, got }) => best - got)),
      aim: 0.05,
      atMost: true,
    });
  }
  return aims;
}
