import type { Parameters } from './parameter.ts';
import type { Scenario } from './scenario.ts';
import { C1 } from './scenarios/c1.ts';
import { C2 } from './scenarios/c2.ts';
import { O1 } from './scenarios/o1.ts';
import { O3 } from './scenarios/o3.ts';
import { O6 } from './scenarios/o6.ts';
import { O8 } from './scenarios/o8.ts';

/** One row of the bench: an event of one size, watched in one way, at many seeds. */
export type BenchCase = {
  readonly scenario: Scenario;
  readonly posts: number;
  readonly pollSeconds: number;
  /** Core posts / all posts; the scenario's usual one if left out. */
  readonly dose?: number;
  /** Earlier events of other hashtags with the same people: how many, each as large as this one. */
  readonly earlier: number;
  readonly parameters: Readonly<Record<string, number>>;
};

/** Seeds for an event of so many posts: what fits into two minutes. */
export const SEEDS_OF: ReadonlyMap<number, number> = new Map([
  [200, 60],
  [2000, 16],
  [20_000, 2],
]);

const SIZES = [...SEEDS_OF.keys()];

export const BENCH_CASES: readonly BenchCase[] = [
  // A day, for nobody would judge a week of a quiet hashtag as one burst.
  ...sizes(O1, { parameters: { days: 1 } }),
  ...sizes(O3),
  ...sizes(O6),
  ...sizes(O8),
  ...sizes(O8, { earlier: 2 }),
  ...[60, 300, 900].flatMap((pollSeconds) => sizes(C1, { pollSeconds })),
  ...sizes(C1, { dose: 0.1 }),
  ...sizes(C2),
  ...sizes(C2, { earlier: 2 }),
  ...sizes(C2, { earlier: 2, dose: 0.3 }),
  ...sizes(C2, { earlier: 2, dose: 1 }),
];

function sizes<P extends Parameters>(
  scenario: Scenario<P>,
  options: Partial<BenchCase> = {},
): readonly BenchCase[] {
  return SIZES.map((posts) => ({
    scenario: scenario as unknown as Scenario,
    posts,
    pollSeconds: 60,
    earlier: 0,
    parameters: {},
    ...options,
  }));
}
