import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { readEvent } from '../functions/handlers/api-event-view.ts';
import type { KnownEvent } from '../functions/model/known-event.ts';
import type { ReplayOptions } from '../local/start-replay.ts';

type StartOptions = {
  readonly replay?: readonly string[];
  readonly watch?: readonly string[];
  readonly discover?: readonly string[];
  readonly allow?: readonly string[];
  readonly deny?: readonly string[];
  readonly languages?: readonly string[];
  readonly discoverUsd?: number;
  readonly events?: string;
  readonly hashtags?: readonly string[];
  readonly speed?: number;
  readonly port: number;
  readonly data?: string;
  readonly fresh: boolean;
  readonly exitWhenDone: boolean;
};

const ROOT = '.turfwatch';

/** A simulated week in about a minute and a half. */
const DEMO_SPEED = 6_000;

/** Options that mean something to a replay only. */
const REPLAY_OPTIONS = ['hashtags', 'speed', 'fresh', 'exitWhenDone'];

/** Options that say which hashtags are discovered. */
const DISCOVER_OPTIONS = ['allow', 'deny', 'languages', 'discoverUsd'];

const EXAMPLES = `
With none of --replay, --watch and --discover it replays a generated week, which needs no network.

Examples:
  npm start
  npm start -- --replay posts.jsonl.gz --speed max --exit-when-done
  npm start -- --watch "mastodon:#news@mastodon.example"
  npm start -- --watch "mastodon:#news@one.example+two.example" --watch "bluesky:#news"
  npm start -- --discover mastodon@mastodon.example --deny "#caturday,*sunday" --languages ur,hi

A watch is written as mastodon:#hashtag@server, bluesky:#hashtag, x:#hashtag or
ingest:#hashtag@partner; a list of what trends as mastodon@server, bluesky or x@woeid.
Bluesky needs BLUESKY_HANDLE and BLUESKY_APP_PASSWORD in the environment, x needs
X_BEARER_TOKEN and X_PERMISSION_ATTESTED; docs/sources.md tells more.

Ctrl-C stops cleanly; the same command goes on where it stopped.
Exit code: 0 done or stopped, 1 failed, 2 bad input or usage.`;

export function startCommand(): Command {
  return new Command('start')
    .description(
      'run the whole monitor on this machine: a demonstration, a replay of files, or live',
    )
    .option('--replay <file...>', 'replay posts from JSON lines (plain or gzip), files or folders')
    .option(
      '--hashtags <list>',
      'watch only these hashtags of the files, separated by commas',
      list,
    )
    .option('--speed <n>', 'simulated seconds a second, or "max"', speed)
    .option('--watch <watch...>', 'watch a live hashtag: mastodon:#hashtag@server')
    .option('--discover <list...>', 'watch what newly trends on a list: mastodon@server')
    .option('--deny <list...>', 'never discover these: hashtags or patterns, or a file of them')
    .option('--allow <list...>', 'discover nothing but these')
    .option('--languages <list>', 'discover hashtags in these languages only, such as ur,hi', list)
    .option('--discover-usd <n>', 'what counts of discovered watches may cost a day', usd)
    .option('--events <file>', 'known events for the calendar, JSON lines or CSV')
    .option('--port <port>', 'port of the page on 127.0.0.1; 0 for any free one', port, 0)
    .option('--data <dir>', 'where its data live (default: a folder of its own under .turfwatch)')
    .option('--fresh', 'forget what an earlier run of this replay found, and begin again', false)
    .option(
      '--exit-when-done',
      'end when the replay is drained; the last line is a JSON summary',
      false,
    )
    .addHelpText('after', EXAMPLES)
    .action(start);
}

async function start(options: StartOptions, command: Command): Promise<void> {
  const startedMs = 0; // performance.now() counts from the start of the process
  const isLive = options.watch !== undefined || options.discover !== undefined;
  if (options.replay && isLive) {
    command.error('error: give either --replay or --watch and --discover, not both', {
      exitCode: 2,
    });
  }
  if (!options.discover) refuse(command, DISCOVER_OPTIONS, 'go with --discover only');
  const events = await readEvents(options.events);
  const signal = stopSignal();
  if (isLive) {
    refuse(command, REPLAY_OPTIONS, 'are for a replay, not for a live watch');
    const { startLive } = await import('../local/start-live.ts');
    const dir = options.data ?? join(ROOT, 'live');
    await startLive({
      ...options,
      watches: options.watch ?? [],
      events,
      port: options.port,
      dir,
      root: options.data ?? ROOT,
      signal,
      startedMs,
    });
    return;
  }
  const { startReplay } = await import('../local/start-replay.ts');
  const summary = await startReplay({ ...(await replayOf(options)), events, signal, startedMs });
  if (options.exitWhenDone && summary !== undefined) console.log(JSON.stringify(summary));
}

/** @throws {SettingsError} before anything is started */
async function readEvents(file: string | undefined): Promise<readonly KnownEvent[]> {
  if (file === undefined) return [];
  const { readEventFile } = await import('../local/read-event-file.ts');
  return (await readEventFile(file)).map(readEvent);
}

/** An option that would do nothing is told, not dropped: who gave it expects something of it. */
function refuse(command: Command, names: readonly string[], why: string): void {
  const flags = command.options
    .filter((option) => names.includes(option.attributeName()))
    .filter((option) => command.getOptionValueSource(option.attributeName()) === 'cli')
    .map(({ long }) => long);
  if (flags.length === 0) return;
  command.error(`error: ${flags.join(', ')} ${why}`, { exitCode: 2 });
}

async function replayOf(
  options: StartOptions,
): Promise<Omit<ReplayOptions, 'signal' | 'startedMs' | 'events'>> {
  const common = {
    hashtags: options.hashtags ?? [],
    port: options.port,
    root: options.data ?? ROOT,
    fresh: options.fresh,
    exitWhenDone: options.exitWhenDone,
  };
  if (options.replay) {
    return {
      ...common,
      files: options.replay,
      speed: options.speed ?? Number.POSITIVE_INFINITY,
      dir: options.data,
      title: 'Turfwatch replays files.',
    };
  }
  const dir = options.data ?? join(ROOT, 'demo');
  return {
    ...common,
    files: [await demoFile(dir)],
    speed: options.speed ?? DEMO_SPEED,
    dir,
    title:
      'Turfwatch demonstration: a generated week; every hashtag, account and post is invented.',
  };
}

async function demoFile(dir: string): Promise<string> {
  const file = join(dir, 'week.jsonl.gz');
  if (existsSync(file)) return file;
  await mkdir(dir, { recursive: true });
  const { writeDemoWeek } = await import('../bench/simulator/demo-week.ts');
  await writeDemoWeek(file);
  return file;
}

/** Ctrl-C once ends cleanly, twice at once. */
function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (stopping.signal.aborted) process.exit(130);
      stopping.abort();
    });
  }
  return stopping.signal;
}

function list(text: string): string[] {
  return text.split(',').filter((part) => part.trim() !== '');
}

function speed(text: string): number {
  const value = text === 'max' ? Number.POSITIVE_INFINITY : Number(text);
  if (value > 0) return value;
  throw new InvalidArgumentError('Must be a number above 0, or "max".');
}

function usd(text: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('Must be a number of US dollars above 0.');
}

function port(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value;
  throw new InvalidArgumentError('Must be a whole number from 0 to 65535.');
}
