import type { Verdict } from '../../functions/model/verdict.ts';
import type { Detection, Judgement } from '../../functions/steps/judge.ts';
import type { MixtureCell } from './mixture-cells.ts';
import { judgeMixture, type MixtureRun, makeMixture } from './run-mixture.ts';

export type MixtureOutcome = MixtureRun & Judgement & { readonly withoutReuse: Verdict };

/** Seeded runs a row of the bench. */
export function mixtureRuns(long: boolean): number {
  return long ? 300 : 60;
}

/** Mixtures of the seeds 0 to n - 1, judged with and without reuse. */
export function mixtureOutcomes(
  cell: MixtureCell,
  share: number,
  runs: number,
  detection: Detection,
): readonly MixtureOutcome[] {
  return Array.from({ length: runs }, (_, seed) => {
    const run = makeMixture(cell, share, seed);
    return {
      ...run,
      ...judgeMixture(run, [], detection),
      withoutReuse: judgeMixture(run, ['reuse'], detection).verdict,
    };
  });
}
