import { markdownTable } from '../verdicts/markdown-table.ts';
import { burstModeCases, type Case } from './cases.ts';
import { type Seen, tryBurstMode, trySteady } from './trial.ts';

export type BurstModeOptions = {
  readonly quick?: boolean;
  readonly progress?: (line: string) => void;
};

/** An attack begins at any time between two polls of the steady watch. */
const PHASES = 10;
const BETWEEN_MS = 30_000;
const SEEDS = { full: 4, quick: 1 };

/** Attacks of half an hour whose posts vanish within the minute: what burst mode sees of them, and what steady polls would. */
export async function benchBurstMode({
  quick = false,
  progress = () => undefined,
}: BurstModeOptions = {}): Promise<string> {
  const rows: (string | number | null)[][] = [];
  for (const one of await burstModeCases()) {
    progress(`burst-mode: ${one.name}`);
    rows.push(await rowOf(one, quick ? SEEDS.quick : SEEDS.full));
  }
  return [
    '## Burst mode',
    '',
    `Half an hour of an attack on a hashtag, at ${PHASES} phases between two polls of a watch of five minutes and ${quick ? SEEDS.quick : SEEDS.full} seeds each, played through dispatch and poll. Share of the attack's posts that were seen, of those seen whose deletion was; *least*: the worst phase and seed. *Steady*: polls every five minutes and no others.`,
    '',
    markdownTable(
      ['attack', 'posts seen', 'least', 'their deletions seen', 'steady: posts', 'deletions'],
      rows,
    ),
    '',
  ].join('\n');
}

async function rowOf(one: Case, seeds: number): Promise<(string | number | null)[]> {
  const burst: Seen[] = [];
  const steady: Seen[] = [];
  for (let phase = 0; phase < PHASES; phase += 1) {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const trial = { ...one, phaseMs: phase * BETWEEN_MS, seed };
      burst.push(await tryBurstMode(trial));
      steady.push(trySteady(trial));
    }
  }
  const least = Math.min(...burst.map(({ posts, attack }) => posts / attack));
  return [one.name, ...shares(burst).toSpliced(1, 0, least), ...shares(steady)];
}

/** Posts of those of the attack, deletions of those that vanished among the posts seen. */
function shares(seen: readonly Seen[]): readonly [number, number] {
  const sum = (of: (one: Seen) => number) => seen.reduce((all, one) => all + of(one), 0);
  return [
    sum(({ posts }) => posts) / sum(({ attack }) => attack),
    sum(({ deletions }) => deletions) / sum(({ vanished }) => vanished),
  ];
}
