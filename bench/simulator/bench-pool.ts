import { fileURLToPath } from 'node:url';
import { runTasks } from '../run-tasks.ts';
import type { BenchCase } from './bench-cases.ts';
import type { BenchRun } from './bench-run.ts';
import type { BenchAnswer, BenchTask } from './bench-worker.ts';

export type BenchJob = { readonly benchCase: BenchCase; readonly seeds: number };

const WORKER = fileURLToPath(new URL('bench-worker.ts', import.meta.url));

/** A task should last seconds: enough to forget the way there, and little enough to share out evenly. */
const POSTS_A_TASK = 40_000;

/**
 * Plays every job at seeds 1 to n, on all cores, each in a process of its own.
 *
 * @param done called once a job, with its place in `jobs`, as soon as its last seed has run
 * @returns the runs of each job, in the order of the jobs; of each, in the order of the seeds
 */
export async function runJobs(
  jobs: readonly BenchJob[],
  done: (job: number, finished: number) => void = () => {},
): Promise<readonly (readonly BenchRun[])[]> {
  const tasks = jobs.flatMap((job, at) => tasksOf(job, at));
  const answers = new Map<number, readonly BenchRun[]>();
  const open = jobs.map((_, at) => tasks.filter(({ job }) => job === at).length);
  let finished = 0;
  await runTasks<BenchTask, BenchAnswer>(WORKER, tasks, ({ runs }, task) => {
    answers.set(task, runs);
    const job = tasks[task]?.job ?? 0;
    open[job] = (open[job] ?? 0) - 1;
    if (open[job] === 0) done(job, ++finished);
  });
  return jobs.map((_, at) =>
    tasks.flatMap(({ job }, number) => (job === at ? (answers.get(number) ?? []) : [])),
  );
}

type Share = BenchTask & { readonly job: number };

function tasksOf({ benchCase, seeds }: BenchJob, job: number): readonly Share[] {
  const { scenario, ...played } = benchCase;
  const many = Math.max(1, Math.round(POSTS_A_TASK / (played.posts * (1 + played.earlier))));
  return Array.from({ length: Math.ceil(seeds / many) }, (_, at) => ({
    job,
    scenario: scenario.id,
    played,
    seeds: Array.from(
      { length: Math.min(many, seeds - at * many) },
      (_, seed) => at * many + seed + 1,
    ),
  }));
}
