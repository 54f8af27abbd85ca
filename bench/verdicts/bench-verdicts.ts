import type { SignalName } from '../../functions/model/evidence.ts';
import { severityOf, VERDICT_LEVELS, type Verdict } from '../../functions/model/verdict.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import type { EarlierBurst } from '../../functions/signals/return-history.ts';
import { areaUnderCurve } from './area-under-curve.ts';
import {
  asEarlier,
  type BenchBurst,
  earlierThan,
  ordinaryWindows,
  setsNamed,
  trollFarmDays,
  turkishAttacks,
} from './bursts.ts';
import { judgeBurst, prefixSizes } from './judge-burst.ts';
import { measureSpeed } from './measure-speed.ts';
import { hasCorpus } from './read-corpus.ts';

const FIRST = 100;
const WITHOUT: readonly (readonly SignalName[])[] = [[], ['reuse'], ['reuse', 'deletion']];

type Family = {
  readonly name: string;
  readonly bursts: readonly BenchBurst[];
  readonly earlierOf: (burst: BenchBurst) => readonly EarlierBurst[] | null;
};

/** Judges the open sets and writes what came of it as markdown. Takes about two minutes. */
export async function benchVerdicts(): Promise<string> {
  if (!hasCorpus()) return 'The evaluation data is not here: verdicts were not measured.\n';
  const attacks = await attackFamilies();
  const ordinary = await ordinaryFamilies();
  const table = [...attacks, ...ordinary].flatMap(rowsOf);
  return [
    '## Verdicts',
    '',
    `Thresholds ${DETECTION.version}. Shares of bursts, each family apart; \`-reuse\` leaves reuse out, \`-deletion\` both.`,
    '',
    '| bursts | n | coordinated | suspicious | organic | undecided | coordinated -reuse | coordinated -reuse -deletion |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...table,
    '',
    ...areas(attacks, ordinary),
    '',
    ...(await prefixes()),
    '',
    measureSpeed(),
    '',
  ].join('\n');
}

async function attackFamilies(): Promise<readonly Family[]> {
  const families: Family[] = [];
  for (const set of setsNamed('tr-', 'ira-')) {
    const bursts = set.startsWith('tr-') ? await turkishAttacks(set) : await trollFarmDays(set);
    const all = bursts.map(asEarlier);
    families.push({ name: set, bursts, earlierOf: (burst) => earlierThan(burst, all) });
  }
  return families;
}

/** Windows of one hour and of 1,000 posts of each set as a whole. */
async function ordinaryFamilies(): Promise<readonly Family[]> {
  const families: Family[] = [];
  for (const kind of ['organic-', 'news-', 'sport-']) {
    const bursts: BenchBurst[] = [];
    for (const set of setsNamed(kind)) {
      const windows = await ordinaryWindows(set);
      bursts.push(
        ...windows.filter(({ hashtag, cut }) => hashtag === set && /^1( h|,000)/.test(cut)),
      );
    }
    families.push({ name: `${kind}*`, bursts, earlierOf: () => null });
  }
  return families;
}

function rowsOf(family: Family): readonly string[] {
  const row = (name: string, bursts: readonly BenchBurst[], first: number) => {
    const [all, ...left] = WITHOUT.map((without) =>
      bursts.map((one) => judgeBurst(one.posts.slice(0, first), family.earlierOf(one), without)),
    );
    const levels = ['coordinated', 'suspicious', 'organic', 'undecided'] as const;
    const shares = [
      ...levels.map((level) => share(all ?? [], level)),
      ...left.map((verdicts) => share(verdicts, 'coordinated')),
    ];
    return `| ${[name, bursts.length, ...shares.map((one) => one.toFixed(3))].join(' | ')} |`;
  };
  return [
    row(family.name, family.bursts, Number.POSITIVE_INFINITY),
    row(`${family.name}, first ${FIRST}`, family.bursts, FIRST),
  ];
}

function share(verdicts: readonly Verdict[], level: Verdict['level']): number {
  return verdicts.filter((one) => one.level === level).length / Math.max(1, verdicts.length);
}

function areas(attacks: readonly Family[], ordinary: readonly Family[]): readonly string[] {
  const strengths = (family: Family, without: readonly SignalName[]) =>
    family.bursts.map(
      (one) => judgeBurst(one.posts.slice(0, FIRST), family.earlierOf(one), without).strength,
    );
  return WITHOUT.map((without) => {
    const negatives = ordinary.flatMap((family) => strengths(family, without));
    const figures = attacks.map(
      (family) =>
        `${family.name} ${areaUnderCurve(strengths(family, without), negatives).toFixed(3)}`,
    );
    const left = without.length === 0 ? 'with all signals' : `without ${without.join(' and ')}`;
    return `- Area under the curve of strength at the first ${FIRST} posts, ${left}: ${figures.join(', ')}.`;
  });
}

/** Every window of every ordinary set, judged again and again as it grows: the gravest verdict counts. */
async function prefixes(): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const set of setsNamed('organic-', 'news-', 'sport-', 'openscript-', 'mixed-')) {
    const windows = await ordinaryWindows(set);
    const history = windows.filter((one) => one.cut === '24 h').map(asEarlier);
    const gravest = windows.map((one) => gravestOf(one, earlierThan(one, history)));
    const counts = VERDICT_LEVELS.map((level) => gravest.filter((one) => one === level).length);
    rows.push(`| ${[set, windows.length, ...counts.reverse()].join(' | ')} |`);
  }
  return [
    'Ordinary sets judged at every size as they grow (50, 70, 100 … posts), windows of 1, 6 and 24 hours, of 1,000 posts and whole, the set and each of its hashtags; earlier days of it and of its other hashtags known. The gravest verdict a window ever got:',
    '',
    '| set | windows | coordinated | suspicious | organic | undecided |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ];
}

function gravestOf(burst: BenchBurst, earlier: readonly EarlierBurst[]): Verdict['level'] {
  return prefixSizes(burst.posts.length)
    .map((size) => judgeBurst(burst.posts.slice(0, size), earlier).level)
    .reduce((worst, level) => (severityOf(level) > severityOf(worst) ? level : worst));
}
