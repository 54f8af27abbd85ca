import type { BenchCase } from './bench-cases.ts';
import { type BenchRun, benchRun } from './bench-run.ts';
import { SCENARIOS } from './scenarios/all.ts';

/** Some seeds of one case, as it goes from process to process: a scenario goes by its id. */
export type BenchTask = {
  readonly scenario: string;
  readonly played: Omit<BenchCase, 'scenario'>;
  readonly seeds: readonly number[];
};

export type BenchAnswer = { readonly runs: readonly BenchRun[] };

/** @throws {Error} for a scenario that is none */
export function answer({ scenario, played, seeds }: BenchTask): BenchAnswer {
  const found = SCENARIOS.find(({ id }) => id === scenario);
  if (found === undefined) throw new Error(`no scenario ${scenario}`);
  return { runs: seeds.map((seed) => benchRun({ scenario: found, ...played }, seed)) };
}

if (import.meta.main) {
  process.on('message', (task: BenchTask) => {
    process.send?.(answer(task));
  });
}
