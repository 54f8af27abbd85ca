import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { ReplayOptions } from '../local/start-replay.ts';

type StartOptions = {
  readonly replay?: readonly string[];
  readonly watch?: readonly string[];
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

const EXAMPLES = `
With neither --replay nor --watch it replays a generated week, which needs no network.

Examples:
  npm start
  npm start -- --replay posts.jsonl.gz --speed max --exit-when-done
  npm start -- --watch "mastodon:#news@mastodon.example"

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
  if (options.replay && options.watch) {
    command.error('error: give either --replay or --watch, not both', { exitCode: 2 });
  }
  const signal = stopSignal();
  if (options.watch) {
    refuseReplayOptions(command);
    const { startLive } = await import('../local/start-live.ts');
    const dir = options.data ?? join(ROOT, 'live');
    await startLive({
      watches: options.watch,
      port: options.port,
      dir,
      root: options.data ?? ROOT,
      signal,
      startedMs,
    });
    return;
  }
  const { startReplay } = await import('../local/start-replay.ts');
  const summary = await startReplay({ ...(await replayOf(options)), signal, startedMs });
  if (options.exitWhenDone && summary !== undefined) console.log(JSON.stringify(summary));
}

/** An option that would do nothing is told, not dropped: who gave it expects something of it. */
function refuseReplayOptions(command: Command): void {
  const given = REPLAY_OPTIONS.filter((name) => command.getOptionValueSource(name) === 'cli');
  if (given.length === 0) return;
  const flags = command.options
    .filter((option) => given.includes(option.attributeName()))
    .map(({ long }) => long);
  command.error(`error: a live watch takes no ${flags.join(', ')}: these are for a replay`, {
    exitCode: 2,
  });
}

async function replayOf(
  options: StartOptions,
): Promise<Omit<ReplayOptions, 'signal' | 'startedMs'>> {
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

function port(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value;
  throw new InvalidArgumentError('Must be a whole number from 0 to 65535.');
}
