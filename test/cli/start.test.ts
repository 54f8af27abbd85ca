import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aFolder } from '../support/a-folder.ts';
import { aPostLine, jsonLines } from '../support/post-lines.ts';
import { type Finished, runTurfwatch } from '../support/run-turfwatch.ts';

/** `{dir}` stands for a folder with a small file, an empty folder, and a file with a bad line. */
async function start(...args: readonly string[]): Promise<Finished & { readonly dir: string }> {
  const dir = await aFolder();
  await mkdir(join(dir, 'empty'));
  await writeFile(join(dir, 'one.jsonl'), jsonLines([aPostLine()]));
  await writeFile(join(dir, 'bad.jsonl'), jsonLines([aPostLine(), { id: 'p2' }]));
  await writeFile(join(dir, 'deny.txt'), '#caturday\n\ntwo words\n');
  const filled = args.map((arg) => arg.replaceAll('{dir}', dir));
  const finished = await runTurfwatch(['start', ...filled, '--data', join(dir, 'data')]).finished;
  return { ...finished, dir };
}

describe('start with what it cannot use', () => {
  it.each([
    ['--watch news', '--watch must be written as mastodon:#hashtag@server'],
    ['--watch bluesky:#a@one.example', 'must be written as bluesky:#hashtag,'],
    ['--watch bluesky:#a', 'needs BLUESKY_HANDLE and BLUESKY_APP_PASSWORD in the environment'],
    ['--watch x:#a', 'needs X_BEARER_TOKEN and X_PERMISSION_ATTESTED in the environment'],
    ['--discover one.example', '--discover must be written as mastodon@server, x@woeid or bluesky'],
    ['--discover bluesky', 'needs BLUESKY_HANDLE and BLUESKY_APP_PASSWORD'],
    ['--discover x@23424922', 'requires --discover-usd'],
    ['--discover mastodon@a.example --deny {dir}/deny.txt', 'deny.txt, line 3: a pattern must be'],
    ['--discover mastodon@a.example --languages urdu!', 'must be a language tag'],
    ['--discover mastodon@a.example --speed 5', '--speed are for a replay'],
    ['--watch mastodon:#a@one.example --deny b', '--deny go with --discover only'],
    ['--discover mastodon@a.example --replay {dir}/one.jsonl', 'either --replay or --watch'],
    ['--watch mastodon:#a@one.example --replay {dir}/one.jsonl', 'either --replay or --watch'],
    ['--watch mastodon:#a@one.example --speed 5 --fresh', '--speed, --fresh are for a replay'],
    ['--watc mastodon:#a@one.example', "unknown option '--watc'"],
    ['--replay {dir}/nowhere.jsonl', 'nowhere.jsonl: no such file or folder'],
    ['--replay {dir}/empty', 'a folder requires at least one *.jsonl'],
    ['--replay {dir}/bad.jsonl', 'bad.jsonl'],
    ['--replay {dir}/one.jsonl', 'at least 50 posts, or --hashtags'],
    ['--replay {dir}/one.jsonl --hashtags #nowhere', 'none holds #nowhere'],
    ['--replay {dir}/one.jsonl --speed 0', 'a number above 0, or "max"'],
    ['--replay {dir}/one.jsonl --speed fast', 'a number above 0, or "max"'],
    ['--replay {dir}/one.jsonl --events {dir}/bad.jsonl', 'bad.jsonl, line 1'],
    ['--watch mastodon:#a@one.example --events {dir}/none.csv', 'none.csv cannot be read'],
    ['--port 70000', 'a whole number from 0 to 65535'],
    ['posts.jsonl', 'too many arguments'],
  ])('says so, ends with 2, and leaves nothing behind: %s', async (args, fault) => {
    const { code, stderr, stdout, dir } = await start(...args.split(' '));

    expect(stderr).toContain(fault);
    expect(stderr).not.toMatch(/^ +at /m);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(existsSync(join(dir, 'data', 'tables'))).toBe(false);
  });

  it.each(['--watch mastodon:#a@one.example', '--replay {dir}/one.jsonl --hashtags harvest'])(
    'ends with 1 when the port is in use: %s',
    async (args) => {
      const taken = createServer();
      await new Promise<void>((resolve) => {
        taken.listen(0, '127.0.0.1', resolve);
      });
      onTestFinished(() => void taken.close());
      const { port } = taken.address() as AddressInfo;

      const { code, stderr, dir } = await start(...args.split(' '), '--port', String(port));

      expect(stderr).toContain(`port ${port} is in use; give another with --port`);
      expect(code).toBe(1);
      expect(existsSync(join(dir, 'data', 'tables'))).toBe(false);
    },
  );
});

it('help names every option, with examples and exit codes', async () => {
  const { code, stdout } = await runTurfwatch(['start', '--help']).finished;
  expect(code).toBe(0);
  for (const part of [
    '--discover',
    '--deny',
    '--languages',
    '--replay',
    '--watch',
    '--speed',
    '--port',
    '--data',
    '--exit-when-done',
  ])
    expect(stdout).toContain(part);
  expect(stdout).toContain('Examples:\n  npm start\n');
  expect(stdout).toContain('Exit code:');
});

it('a replay of one post ends with 0, and its last line is the summary', async () => {
  const { code, stdout } = await start(
    ...['--replay', '{dir}/one.jsonl', '--hashtags', '#Harvest', '--exit-when-done'],
  );
  expect(code).toBe(0);
  expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
    posts: 1,
    bursts: { coordinated: 0 },
    alerts: { email: 0, slack: 0 },
  });
});

it('Ctrl-C ends a live watch cleanly', async () => {
  const dir = await aFolder();
  // A closed port of this machine: the watch is stale, and nothing leaves.
  const args = ['start', '--watch', 'mastodon:#a@localhost:1', '--data', dir];
  const { process: child, finished } = runTurfwatch(args);
  child.stdout?.on('data', (text: string) => {
    if (text.includes('Ctrl-C stops')) child.kill('SIGINT');
  });
  const { code, signal, stdout } = await finished;

  expect({ code, signal }).toEqual({ code: 0, signal: null });
  expect(stdout).toContain('Stopped. The same command goes on from here.');
});

it('a live discovery says what it reads, and why it could not', async () => {
  const dir = await aFolder();
  // A closed port of this machine: nothing leaves.
  const args = ['start', '--discover', 'mastodon@localhost:1', '--data', dir];
  const { process: child, finished } = runTurfwatch(args);
  child.stdout?.on('data', (text: string) => {
    if (text.includes('trends not read')) child.kill('SIGINT');
  });
  const { code, stdout } = await finished;

  expect(code).toBe(0);
  expect(stdout).toContain('Discovering what newly trends at mastodon@localhost:1.');
  expect(stdout).toMatch(/trends not read \(mastodon@localhost:1: localhost:1 /);
});
