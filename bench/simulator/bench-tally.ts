import type { SignalName } from '../../functions/model/evidence.ts';
import { severityOf, type VerdictLevel } from '../../functions/model/verdict.ts';
import type { BenchJob } from './bench-pool.ts';
import type { BenchRun } from './bench-run.ts';
import type { Expectation } from './expectations.ts';

/** What many runs of one case came to. */
export type Tally = {
  readonly runs: number;
  readonly suspicious: number;
  readonly coordinated: number;
  /** Runs whose verdict claimed more than the scenario allows. */
  readonly above: number;
  /** The first few of them, in words. */
  readonly examples: readonly string[];
  /** Runs that reached what the scenario allows. */
  readonly reached: number;
  /** Medians over the runs that have one; null where none has. */
  readonly minutesToRight: number | null;
  readonly precision: number | null;
  readonly recall: number | null;
  /** Share of runs in which a signal stood at some poll, the most frequent first. */
  readonly stood: ReadonlyMap<SignalName, number>;
};

const EXAMPLES = 3;

export type Tallied = BenchJob & { readonly tally: Tally };

export function tally(runs: readonly BenchRun[], ceiling: Expectation['ceiling']): Tally {
  const atLeast = (level: VerdictLevel) =>
    runs.filter(({ gravest }) => severityOf(gravest) >= severityOf(level)).length;
  const above = runs.filter(({ gravest }) => severityOf(gravest) > severityOf(ceiling));
  return {
    runs: runs.length,
    suspicious: atLeast('suspicious'),
    coordinated: atLeast('coordinated'),
    above: above.length,
    examples: above.slice(0, EXAMPLES).map(({ seed, rests }) => `seed ${seed}, ${rests}`),
    reached: atLeast(ceiling),
    minutesToRight: median(runs.map(({ minutesTo }) => minutesTo[ceiling])),
    precision: median(runs.map(({ precision }) => precision)),
    recall: median(runs.map(({ recall }) => recall)),
    stood: shares(runs),
  };
}

function shares(runs: readonly BenchRun[]): ReadonlyMap<SignalName, number> {
  const counts = new Map<SignalName, number>();
  for (const { stood } of runs) {
    for (const signal of stood) counts.set(signal, (counts.get(signal) ?? 0) + 1);
  }
  return new Map(
    [...counts]
      .toSorted(([, one], [, other]) => other - one)
      .map(([signal, count]) => [signal, count / runs.length]),
  );
}

function median(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).toSorted((one, other) => one - other);
  return known[known.length >> 1] ?? null;
}
