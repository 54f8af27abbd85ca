import { join } from 'node:path';
import type { ReplayArchive } from '../functions/adapters/replay/archive.ts';
import { findFiles } from '../functions/adapters/replay/find-files.ts';
import { sharedArchive } from '../functions/adapters/replay/shared-archive.ts';
import type { KnownEvent } from '../functions/model/known-event.ts';
import { keepEvents } from '../functions/steps/keep-events.ts';
import { openReplayDir, replayIdentity } from './data-dir.ts';
import { minute } from './minute.ts';
import { preparePage } from './page.ts';
import { runReplay } from './replay-clock.ts';
import { type ReplayPosition, readPosition } from './replay-position.ts';
import { chooseHashtags, ensureWatches } from './replay-watches.ts';
import { type Runtime, startRuntime } from './runtime.ts';
import { type Summary, summarise } from './summary.ts';
import { openTerminal, type Terminal } from './terminal.ts';

export type ReplayOptions = {
  readonly files: readonly string[];
  /** Known events to be added to the calendar. */
  readonly events?: readonly KnownEvent[];
  /** Empty for every hashtag that holds enough posts. */
  readonly hashtags: readonly string[];
  /** Simulated seconds a second; Infinity for as fast as it goes. */
  readonly speed: number;
  readonly port: number;
  /** Folder of this replay's data; named by its files where undefined. */
  readonly dir: string | undefined;
  readonly root: string;
  readonly fresh: boolean;
  readonly exitWhenDone: boolean;
  /** What is shown first. */
  readonly title: string;
  readonly signal: AbortSignal;
  readonly startedMs: number;
};

type Prepared = {
  readonly dir: string;
  readonly files: readonly string[];
  readonly archive: ReplayArchive;
  readonly hashtags: readonly string[];
  readonly from: ReplayPosition;
};

/** Replays files through the whole monitor. @returns what it came to; undefined if it was stopped before the end */
export async function startReplay(options: ReplayOptions): Promise<Summary | undefined> {
  const prepared = await prepare(options);
  const { dir, files, archive, hashtags, from } = prepared;
  const terminal = openTerminal(process.stdout, { fromMs: archive.firstMs, toMs: archive.lastMs });
  const runtime = await startRuntime({
    dir,
    keyFile: join(options.root, 'key'),
    pageDir: join(options.root, 'page'),
    port: options.port,
    files,
    nextEventMs: (afterMs, hashtag) => archive.nextEventMs(afterMs, [hashtag]),
    onRecord: terminal.record,
    onMessage: terminal.message,
  });
  try {
    await keepEvents(options.events ?? [], runtime.events);
    const watches = await ensureWatches(runtime.watches, hashtags, archive.firstMs);
    runtime.setNow(() => from.tickMs || archive.firstMs);
    greet(options, prepared, runtime, terminal);
    if (!options.exitWhenDone) void preparePage(join(options.root, 'page'), terminal.say);

    const end = from.done ? from : await replay(options, prepared, runtime, terminal);
    terminal.endProgress();
    if (!end.done) {
      terminal.say(`Stopped at ${minute(end.tickMs)} UTC. The same command goes on from there.`);
      return undefined;
    }
    demandAllHandled(runtime, dir);
    const summary = await summarise(runtime, watches, {
      posts: archive.posts,
      polls: end.polls,
      elapsedMs: Math.round(performance.now() - options.startedMs),
    });
    if (!options.exitWhenDone) await stayUp(options, terminal, summary, runtime.address);
    return summary;
  } finally {
    await runtime.stop();
  }
}

async function prepare(options: ReplayOptions): Promise<Prepared> {
  const files = await findFiles(options.files);
  const archive = await sharedArchive(files);
  const hashtags = chooseHashtags(archive, options.hashtags);
  const identity = await replayIdentity(files, hashtags);
  const dir = options.dir ?? join(options.root, `replay-${identity}`);
  await openReplayDir(dir, identity, startOver(options));
  return { dir, files, archive, hashtags, from: await readPosition(dir) };
}

function greet(
  { title, startedMs }: ReplayOptions,
  { archive, hashtags, from }: Prepared,
  { address }: Runtime,
  { say }: Terminal,
): void {
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  say(`${title}
${archive.posts} posts, ${hashtags.length} hashtags watched, ${minute(archive.firstMs)} to ${minute(archive.lastMs)} UTC
Ready in ${seconds} s. Open ${address}  (messages: ${address}/outbox)`);
  if (from.done) say('Replayed before: showing what it came to. --fresh replays it again.');
  else if (from.tickMs > 0) say(`Going on from ${minute(from.tickMs)} UTC.`);
}

async function replay(
  { speed, signal }: ReplayOptions,
  { dir, archive, hashtags, from }: Prepared,
  runtime: Runtime,
  terminal: Terminal,
): Promise<ReplayPosition> {
  let nowMs = from.tickMs || archive.firstMs;
  runtime.setNow(() => nowMs);
  const world = {
    dir,
    firstMs: archive.firstMs,
    nextEventMs: (ms: number) => archive.nextEventMs(ms - 1, hashtags),
    tick: (atMs: number) => {
      nowMs = atMs;
      return runtime.tick(atMs);
    },
    isBursting: runtime.isBursting,
    onTick: ({ tickMs }: ReplayPosition) => terminal.progress(tickMs),
    signal,
  };
  return runReplay(world, from, speed);
}

/** @throws {Error} if a message was given up */
function demandAllHandled(runtime: Runtime, dir: string): void {
  if (runtime.deadLetters() === 0) return;
  throw new Error(
    `${runtime.deadLetters()} messages were given up after repeated failures; ${join(dir, 'log.jsonl')} says why`,
  );
}

function startOver({ fresh, exitWhenDone }: ReplayOptions): 'always' | 'when-done' | 'never' {
  if (fresh) return 'always';
  return exitWhenDone ? 'when-done' : 'never';
}

async function stayUp(
  { signal }: ReplayOptions,
  { say }: Terminal,
  { bursts, alerts }: Summary,
  address: string,
): Promise<void> {
  say(`Done: ${Object.entries(bursts)
    .reverse()
    .map(([level, count]) => `${count} ${level}`)
    .join(', ')}; ${alerts.email} emails and ${alerts.slack} Slack messages.
The page stays at ${address} until you press Ctrl-C.`);
  if (signal.aborted) return;
  // An open server keeps the process alive, and this waits for the person.
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}
