import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';

/**
 * Shares tasks out over all cores, each worker a process of its own that answers every message with one.
 * A task should last seconds: enough to forget the way there, and little enough to share out evenly.
 *
 * @param worker file of the process
 * @param take called with each answer and its task's place in `tasks`, as they come
 */
export async function runTasks<Task, Answer>(
  worker: string,
  tasks: readonly Task[],
  take: (answer: Answer, at: number) => void,
): Promise<void> {
  const waiting = tasks.entries();
  const work = async () => {
    const process = fork(worker);
    try {
      for (const [at, task] of waiting) take(await answered<Task, Answer>(process, task), at);
    } finally {
      process.kill();
    }
  };
  const workers = Math.min(availableParallelism(), tasks.length);
  await Promise.all(Array.from({ length: workers }, work));
}

function answered<Task, Answer>(worker: ChildProcess, task: Task): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const fail = (code: number | null) =>
      reject(new Error(`a bench worker ended with ${code} at ${JSON.stringify(task)}`));
    worker.once('exit', fail);
    worker.once('message', (answer: Answer) => {
      worker.off('exit', fail);
      resolve(answer);
    });
    worker.send(task as object);
  });
}
