import { benchCases } from './bench-cases.ts';
import { benchKnobs } from './bench-knobs.ts';
import { benchMix } from './bench-mix.ts';
import type { BenchOptions } from './bench-options.ts';
import { type BenchJob, runJobs } from './bench-pool.ts';
import { HEAD, rowOf } from './bench-row.ts';
import { benchSummary } from './bench-summary.ts';
import { tally } from './bench-tally.ts';
import { TRIED } from './bench-tried.ts';
import { ceilingOf } from './expectations.ts';

/** Seeds for an event of so many posts, where no number is asked for. */
const SEEDS_OF: ReadonlyMap<number, number> = new Map([
  [200, 16],
  [2000, 6],
]);
const COVERT_SEEDS = 0.1;
/** Larger events get fewer of the seeds that were asked for. */
const FULL_SEEDS_UP_TO = 2000;

/** How often simulated events end at which verdict; a section of bench/results.md. */
export async function benchSimulator(options: BenchOptions = {}): Promise<string> {
  const { progress = () => {} } = options;
  const cases = benchCases(options).filter(({ posts }) => !options.quick || posts <= 2000);
  const jobs = cases.map((benchCase) => ({ benchCase, seeds: seedsOf(benchCase, options) }));
  const runs = await runJobs(jobs, (at, finished) => {
    const { scenario, posts } = (jobs[at] as BenchJob).benchCase;
    progress(`simulator: ${finished} of ${jobs.length}, ${scenario.id}, ${posts} posts`);
  });
  const tallied = jobs.map((job, at) => ({
    ...job,
    tally: tally(runs[at] ?? [], ceilingOf(job.benchCase.scenario.id)),
  }));
  const knobs = options.knobs === false ? [] : [await benchKnobs({ ...options, progress })];
  return [
    INTRODUCTION,
    benchSummary(tallied),
    benchMix(tallied),
    [HEAD, ...tallied.map(rowOf)].join('\n'),
    NOTES,
    ...knobs,
    TRIED,
    '',
  ].join('\n\n');
}

const INTRODUCTION = `## Simulated events

The gravest verdict reached while an event grew, as polls saw it: judged at each of its first ten polls, at the poll after it passed 50, 100, 200, 500 … posts and the one after that, and at its end. Seeds 1 to n; 95 % intervals (Wilson). The generators are ours: passing them is weak evidence, failing them is strong. [results-1000.md](results-1000.md) has 1,000 seeds of every organic and open scenario.`;

const NOTES =
  'Dose: core posts / all posts; "usual" is 1 for O8 and O9, who say so openly. Earlier: events under other hashtags (of O15, the weekly ritual, under its own), a week apart, seven a day apart, known to the monitor as far as they are over; the same people as far as the scenario has them come back, and neighbours who turn up anywhere. The volume detector knows two weeks of a hashtag of 24 posts an hour (of C6 and C7 3.6): where it notices no burst, nothing is coordinated. Ceiling: the strongest verdict that the scenario allows, for covert ones also the least that is right. Minutes: from the first post to the first poll that reached the ceiling. Accounts: precision and recall of those named in groups at the end. O1 is one day judged as if it were a burst.';

function seedsOf(
  { scenario, posts }: BenchJob['benchCase'],
  { quick = false, seeds }: BenchOptions,
): number {
  if (seeds === undefined) return Math.ceil((SEEDS_OF.get(posts) ?? 1) / (quick ? 4 : 1));
  const wanted = scenario.label === 'covert' ? seeds * COVERT_SEEDS : seeds;
  return Math.max(1, Math.round(wanted * Math.min(1, FULL_SEEDS_UP_TO / posts)));
}
