import { join } from 'node:path';
import type { ReplayArchive } from '../functions/adapters/replay/archive.ts';
import { findFiles } from '../functions/adapters/replay/find-files.ts';
import { sharedArchive } from '../functions/adapters/sources.ts';
import { SettingsError } from '../functions/model/errors.ts';
import { normaliseHashtag } from '../functions/model/hashtag.ts';
import { type Watch, watchIdOf } from '../functions/model/watch.ts';
import { openReplayDir, replayIdentity } from './data-dir.ts';
import { preparePage } from './page.ts';
import { runReplay } from './replay-clock.ts';
import { readPosition } from './replay-position.ts';
import { type Runtime, startRuntime } from './runtime.ts';
import { type Summary, summarise } from './summary.ts';
import { minute, openTerminal } from './terminal.ts';

export type ReplayOptions = {
  readonly files: readonly string[];
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

/** A hashtag must hold this many posts of the files to be watched unasked. */
const WATCHED_FROM = 50;
const REPLAY_INTERVAL_MINUTES = 5;

/** Replays files through the whole monitor. @returns what it came to; undefined if it was stopped before the end */
export async function startReplay(options: ReplayOptions): Promise<Summary | undefined> {
  const files = await findFiles(options.files);
  const archive = await sharedArchive(files);
  const hashtags = chooseHashtags(archive, options.hashtags);
  const identity = await replayIdentity(files, hashtags);
  const dir = options.dir ?? join(options.root, `replay-${identity}`);
  await openReplayDir(dir, identity, startOver(options));
  const from = await readPosition(dir);

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
    const watches = await ensureWatches(runtime, hashtags, archive.firstMs);
    let nowMs = from.tickMs || archive.firstMs;
    runtime.setNow(() => nowMs);
    const seconds = ((performance.now() - options.startedMs) / 1000).toFixed(1);
    terminal.say(`${options.title}
${archive.posts} posts, ${hashtags.length} hashtags watched, ${minute(archive.firstMs)} to ${minute(archive.lastMs)} UTC
Ready in ${seconds} s. Open ${runtime.address}  (messages: ${runtime.address}/outbox)`);
    if (from.done)
      terminal.say('Replayed before: showing what it came to. --fresh replays it again.');
    else if (from.tickMs > 0) terminal.say(`Going on from ${minute(from.tickMs)} UTC.`);
    if (!options.exitWhenDone) void preparePage(join(options.root, 'page'), terminal.say);

    const end = from.done
      ? from
      : await runReplay(
          {
            dir,
            firstMs: archive.firstMs,
            nextEventMs: (ms) => archive.nextEventMs(ms - 1, hashtags),
            tick: (atMs) => {
              nowMs = atMs;
              return runtime.tick(atMs);
            },
            isBursting: runtime.isBursting,
            onTick: ({ tickMs }) => terminal.progress(tickMs),
            signal: options.signal,
          },
          from,
          options.speed,
        );
    if (!end.done) {
      terminal.say(`Stopped at ${minute(end.tickMs)} UTC. The same command goes on from there.`);
      return undefined;
    }
    const summary = await summarise(runtime, watches, {
      posts: archive.posts,
      polls: end.polls,
      elapsedMs: Math.round(performance.now() - options.startedMs),
    });
    if (runtime.deadLetters() > 0) {
      throw new Error(
        `${runtime.deadLetters()} messages were given up after repeated failures; ${join(dir, 'log.jsonl')} says why`,
      );
    }
    if (!options.exitWhenDone) await stayUp(options, terminal.say, summary, runtime.address);
    return summary;
  } finally {
    await runtime.stop();
  }
}

function startOver({ fresh, exitWhenDone }: ReplayOptions): 'always' | 'when-done' | 'never' {
  if (fresh) return 'always';
  return exitWhenDone ? 'when-done' : 'never';
}

function chooseHashtags(archive: ReplayArchive, asked: readonly string[]): readonly string[] {
  if (asked.length === 0) {
    const found = [...archive.hashtags].filter(([, posts]) => posts >= WATCHED_FROM);
    if (found.length > 0) return found.map(([hashtag]) => hashtag);
    throw new SettingsError(
      `a replay requires a hashtag with at least ${WATCHED_FROM} posts, or --hashtags to name some`,
    );
  }
  const wanted = asked.map(normaliseHashtag);
  const unknown = wanted.filter((hashtag) => !archive.hashtags.has(hashtag));
  if (unknown.length === 0) return wanted;
  throw new SettingsError(
    `--hashtags must name hashtags of the files; none holds ${unknown.map((one) => `#${one}`).join(', ')}`,
  );
}

async function ensureWatches(
  runtime: Runtime,
  hashtags: readonly string[],
  createdMs: number,
): Promise<readonly Watch[]> {
  return Promise.all(
    hashtags.map(async (hashtag) => {
      const watchId = watchIdOf('replay', hashtag, null);
      const known = await runtime.watches.get(watchId);
      return (
        known ??
        runtime.watches.save({
          watchId,
          source: 'replay',
          place: null,
          hashtag,
          intervalMinutes: REPLAY_INTERVAL_MINUTES,
          phaseMinutes: 0,
          state: 'active',
          health: { state: 'ok' },
          createdMs,
          version: 0,
        })
      );
    }),
  );
}

async function stayUp(
  { signal }: ReplayOptions,
  say: (line: string) => void,
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
