import { fileURLToPath } from 'node:url';
import { runTasks } from '../run-tasks.ts';
import { VOLUME_SCENARIOS } from './hashtag-volume.ts';
import { sumOf, type Tallies } from './tally.ts';
import type { VolumeTask } from './volume-worker.ts';

const WORKER = fileURLToPath(new URL('volume-worker.ts', import.meta.url));
const TAGS_A_TASK = 10;

/** What each scenario came to, by its name, in the order of the scenarios. */
export type Simulated = ReadonlyMap<string, Tallies>;

/**
 * Plays hashtags 0 to `tags` - 1 of every scenario, on all cores.
 *
 * @param progress told of each tenth
 */
export async function simulateVolume(
  tags: number,
  progress: (line: string) => void = () => {},
): Promise<Simulated> {
  const tasks = Array.from({ length: Math.ceil(tags / TAGS_A_TASK) }, (_, at) => at).flatMap((at) =>
    VOLUME_SCENARIOS.map(({ name }) => ({
      scenario: name,
      from: at * TAGS_A_TASK,
      to: Math.min(tags, (at + 1) * TAGS_A_TASK),
    })),
  );
  const simulated = new Map<string, Tallies>();
  let done = 0;
  await runTasks<VolumeTask, Tallies>(WORKER, tasks, (tallies, at) => {
    const name = tasks[at]?.scenario ?? '';
    const before = simulated.get(name);
    simulated.set(name, before === undefined ? tallies : sumOf(before, tallies));
    done += 1;
    if (done % Math.ceil(tasks.length / 10) === 0) progress(`volume: ${done} of ${tasks.length}`);
  });
  return new Map(
    VOLUME_SCENARIOS.flatMap(({ name }) => {
      const tallies = simulated.get(name);
      return tallies === undefined ? [] : [[name, tallies] as const];
    }),
  );
}
