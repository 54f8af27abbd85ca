import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ATTACKED, attackedDays, QUIET, writeAttackedDays } from '../support/attacked-days.ts';
import { databaseText } from '../support/database-text.ts';
import { type Finished, type Running, runTurfwatch, summaryOf } from '../support/run-turfwatch.ts';

const KEY = { TURFWATCH_KEY: 'a key for tests' };

let dir = '';
let file = '';
let data = '';
let first: Finished;

function replay(folder: string, ...more: string[]) {
  return runTurfwatch(
    ['start', '--replay', file, '--speed', 'max', '--exit-when-done', '--data', folder, ...more],
    KEY,
  ).finished;
}

beforeAll(async () => {
  ({ dir, file } = await writeAttackedDays());
  data = join(dir, 'data');
  first = await replay(data);
});
afterAll(() => rm(dir, { recursive: true }));

/** The address that it prints once it is ready. */
function addressOf(running: Running): Promise<string> {
  return new Promise((resolve, reject) => {
    running.process.stdout?.on('data', (text: string) => {
      const address = /Open (http:\S+)/.exec(text)?.[1];
      if (address !== undefined) resolve(address);
    });
    void running.finished.then(({ stderr }) => reject(new Error(`it ended: ${stderr}`)));
  });
}

async function textsIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}

describe('a replay from schedule to alert', () => {
  it('finds the attack, tells of it once a level on each channel, and leaves the quiet hashtag alone', async () => {
    const summary = summaryOf(first);

    expect(first.code).toBe(0);
    expect(Object.keys(summary)).toEqual(['posts', 'polls', 'bursts', 'alerts', 'elapsedMs']);
    expect(summary.posts).toBe(attackedDays().length);
    expect(summary.bursts).toMatchObject({ coordinated: 1 });
    const emails = await textsIn(join(data, 'outbox', 'email'));
    expect(summary.alerts).toEqual({ email: emails.length, slack: emails.length });
    expect(emails.filter((email) => email.includes('Coordinated burst'))).toHaveLength(1);
    expect(emails.join()).toContain(`#${ATTACKED}`);
    expect(emails.join()).not.toContain(`#${QUIET}`);
  });

  it('says in the email what happened, why, what else it could be, and where to look', async () => {
    const emails = await textsIn(join(data, 'outbox', 'email'));
    const email = emails.find((text) => text.includes('Coordinated burst')) ?? '';

    expect(email).toMatch(/^Subject: Turfwatch: coordinated burst of #tervalimode on replay$/m);
    expect(email).toMatch(/^- .*gone within five minutes/m);
    expect(email).toContain('What else it could be:');
    expect(email).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#\/bursts\/replay%3Atervalimode%2F\d+$/m);
    expect(email).toContain('does not say who is behind it');
  });

  it('comes to the same again, but for the time it took', async () => {
    const { elapsedMs: _, ...before } = summaryOf(first);
    const { elapsedMs: __, ...again } = summaryOf(await replay(data));

    expect(again).toEqual(before);
  });

  it('keeps no author id and no text of the input, in no table, log or message', async () => {
    const database = await databaseText(join(data, 'tables'));
    const written = [
      database,
      await readFile(join(data, 'log.jsonl'), 'utf8'),
      ...(await textsIn(join(data, 'outbox', 'email'))),
      ...(await textsIn(join(data, 'outbox', 'slack'))),
      first.stdout,
      first.stderr,
    ].join('\n');
    const posts = attackedDays();
    const kept = posts.filter((post) => database.includes(post.id));

    expect(kept.length).toBeGreaterThan(300);
    expect(posts.filter((post) => written.includes(post.author))).toEqual([]);
    expect(posts.filter((post) => post.text !== null && written.includes(post.text))).toEqual([]);
    const words = new Set(
      posts.flatMap((post) => post.text?.match(/(?<![#@\p{L}])[\p{L}]{7,}/gu) ?? []),
    );
    expect([...words].filter((word) => written.includes(word))).toEqual([]);
  });

  it('shows at its own time what it came to, when it is started again to be looked at', async () => {
    const running = runTurfwatch(['start', '--replay', file, '--data', data], KEY);
    const address = await addressOf(running);

    const { bursts } = (await (await fetch(`${address}/v1/bursts`)).json()) as {
      bursts: { hashtag: string; verdict: { level: string } }[];
    };
    running.process.kill('SIGINT');

    expect(bursts.map((burst) => [burst.hashtag, burst.verdict.level])).toEqual([
      [ATTACKED, 'coordinated'],
    ]);
    expect(await running.finished).toMatchObject({ code: 0 });
  });

  it('refuses a folder that holds another replay', async () => {
    const { code, stderr } = await replay(data, '--hashtags', ATTACKED);

    expect(code).toBe(2);
    expect(stderr).toMatch(/holds another replay.*--data/s);
  });

  it('says which hashtag the files do not hold', async () => {
    const { code, stderr } = await replay(join(dir, 'other'), '--hashtags', 'nowhere');

    expect(code).toBe(2);
    expect(stderr).toContain('none holds #nowhere');
  });
});
