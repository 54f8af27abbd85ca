import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeAttackedDays } from '../support/attacked-days.ts';
import { runTurfwatch, summaryOf } from '../support/run-turfwatch.ts';

const KILLS = 20;
const SEED = 7;
const MINUTE_MS = 60_000;

/** From before the attack to well behind its last alert. */
const FROM_MS = Date.UTC(2026, 2, 3, 8, 50);
const TO_MS = Date.UTC(2026, 2, 3, 12, 30);

/** Kills fall anywhere in the work of a tick, which takes some tens of milliseconds. */
const LATEST_MS = 60;

let dir = '';
let file = '';
beforeAll(async () => {
  ({ dir, file } = await writeAttackedDays());
});
afterAll(() => rm(dir, { recursive: true }));

function start(data: string) {
  return runTurfwatch(
    ['start', '--replay', file, '--speed', 'max', '--exit-when-done', '--data', data],
    { TURFWATCH_KEY: 'a key for tests' },
  );
}

async function tickMs(data: string): Promise<number> {
  const text = await readFile(join(data, 'position.json'), 'utf8').catch(() => '{"tickMs":0}');
  return JSON.parse(text).tickMs;
}

/** Messages by name; the page's port differs from start to start. */
async function messagesIn(data: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const channel of ['email', 'slack']) {
    for (const name of (await readdir(join(data, 'outbox', channel))).sort()) {
      const text = await readFile(join(data, 'outbox', channel, name), 'utf8');
      found[`${channel}/${name}`] = text.replace(/127\.0\.0\.1:\d+/g, 'page');
    }
  }
  return found;
}

/** Runs until the replay has passed `momentMs`, then kills it without a word. */
async function killAt(data: string, momentMs: number, delayMs: number): Promise<boolean> {
  const running = start(data);
  let isOver = false;
  void running.finished.then(() => {
    isOver = true;
  });
  while (!isOver && (await tickMs(data)) < momentMs) await sleep(5);
  await sleep(delayMs);
  running.process.kill('SIGKILL');
  return (await running.finished).signal === 'SIGKILL';
}

it(`killed at ${KILLS} moments, loses no alert and repeats none`, {
  timeout: 300_000,
}, async () => {
  const calm = join(dir, 'calm');
  const { elapsedMs: _, ...expected } = summaryOf(await start(calm).finished);

  const random = xoroshiro128plus(SEED);
  const moments = Array.from({ length: KILLS }, () => ({
    atMs: FROM_MS + uniformInt(random, 0, (TO_MS - FROM_MS) / MINUTE_MS) * MINUTE_MS,
    delayMs: uniformInt(random, 0, LATEST_MS),
  })).sort((a, b) => a.atMs - b.atMs);
  const killed = join(dir, 'killed');
  for (const { atMs, delayMs } of moments) {
    expect(await killAt(killed, atMs, delayMs)).toBe(true);
  }
  const { elapsedMs: __, ...summary } = summaryOf(await start(killed).finished);

  expect(Object.keys(await messagesIn(calm)).length).toBeGreaterThanOrEqual(2);
  expect(await messagesIn(killed)).toEqual(await messagesIn(calm));
  expect(summary).toEqual(expected);
});
