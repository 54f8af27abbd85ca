#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { BadLineError } from '../functions/adapters/replay/bad-line-error.ts';
import { PostFileError } from '../functions/adapters/replay/post-file-error.ts';
import { InputError, SettingsError } from '../functions/model/errors.ts';
import manifest from '../package.json' with { type: 'json' };

/** Loaded only when asked for: a check must not wait for the modules of the monitor. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).startCommand(),
  check: async () => (await import('./check.ts')).checkCommand(),
  bursts: async () => (await import('./bursts.ts')).burstsCommand(),
  events: async () => (await import('./events.ts')).eventsCommand(),
  token: async () => (await import('./token.ts')).tokenCommand(),
};

/** What the user gave cannot be used: exit 2. Anything else that fails is ours: exit 1. */
const INPUT_ERRORS = [BadLineError, PostFileError, SettingsError];

const EXIT_CODES = `
Exit codes: 0 fine, 1 failed, 2 bad input or usage.

Examples:
  $ turfwatch start                       the monitor, with a demonstration
  $ turfwatch check posts.jsonl           are the hashtags in this file being pushed?
  $ turfwatch bursts volume.csv --json    where does this series burst?`;

async function program(args: readonly string[]): Promise<Command> {
  const turfwatch = new Command('turfwatch')
    .description('tells whether a trending hashtag is being pushed, and why')
    .version(manifest.version)
    .addHelpText('after', EXIT_CODES)
    .exitOverride();
  const asked = args.find((arg) => arg in COMMANDS);
  for (const name of asked === undefined ? Object.keys(COMMANDS) : [asked]) {
    turfwatch.addCommand(asReportingErrors(await load(name)));
  }
  return turfwatch;
}

async function load(name: string): Promise<Command> {
  const command = await COMMANDS[name]?.();
  if (command === undefined) throw new InputError(`the command ${name} requires a loader`);
  return command;
}

function asReportingErrors(command: Command): Command {
  return command
    .exitOverride()
    .showHelpAfterError(`(turfwatch ${command.name()} --help tells what there is)`);
}

/** @returns the exit code */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`turfwatch: ${message}\n`);
  return INPUT_ERRORS.some((kind) => error instanceof kind) ? 2 : 1;
}

/** A reader that has seen enough, such as `head`, is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await (await program(process.argv.slice(2))).parseAsync();
} catch (error) {
  process.exitCode = report(error);
}
