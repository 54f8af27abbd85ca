import { join } from 'node:path';
import { watchIdOf } from '../../functions/model/watch.ts';
import { addWatch } from '../../functions/steps/add-watch.ts';
import { startRuntime } from '../../local/runtime.ts';

/** Started by a test that moves its clock: the whole monitor in a process that can be killed. */
export type LiveOrder = {
  readonly atMs: number;
  /** It kills itself as it logs this, in the middle of what it does. */
  readonly dieAt?: string;
};

/** After the tick of `atMs`, with every queue drained. */
export type LiveAnswer = {
  readonly atMs: number;
  /** What was told of it so far in the life of the process. */
  readonly told: number;
  readonly deadLetters: number;
  readonly bursts: readonly {
    readonly startMs: number;
    readonly level: string | undefined;
    /** Judged, each once. */
    readonly posts: number | undefined;
  }[];
};

const [, , dir = '', hashtag = '', host = ''] = process.argv;
let nowMs = 0;
let told = 0;
let dieAt: string | undefined;

class MovedDate extends Date {
  constructor(...given: [] | [number | string | Date]) {
    if (given.length === 0) super(nowMs);
    else super(given[0]);
  }

  static override now(): number {
    return nowMs;
  }
}
globalThis.Date = MovedDate as DateConstructor;

async function start() {
  const runtime = await startRuntime({
    dir: join(dir, 'data'),
    pageDir: join(dir, 'page'),
    keyFile: join(dir, 'key'),
    port: 0,
    files: [],
    discover: '{}',
    nextEventMs: undefined,
    onRecord: ({ message }) => {
      if (message === dieAt) process.kill(process.pid, 'SIGKILL');
    },
    onMessage: () => {
      told += 1;
    },
  });
  const wish = { source: 'mastodon', place: host, hashtag, intervalMinutes: 5 } as const;
  await addWatch(wish, nowMs, runtime.watches);
  return runtime;
}

let started: ReturnType<typeof start> | undefined;
process.on('message', async ({ atMs, ...order }: LiveOrder) => {
  nowMs = atMs;
  dieAt = order.dieAt;
  started ??= start();
  const runtime = await started;
  await runtime.tick(atMs);
  const bursts = await runtime.bursts.ofWatch(watchIdOf('mastodon', hashtag, host), 10);
  const answer: LiveAnswer = {
    atMs,
    told,
    deadLetters: runtime.deadLetters(),
    bursts: bursts.map(({ startMs, verdict }) => ({
      startMs,
      level: verdict?.level,
      posts: verdict?.posts,
    })),
  };
  process.send?.(answer);
});
process.once('disconnect', () => process.exit());
