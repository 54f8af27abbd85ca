import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chance, chanceOf } from '../support/chance-of.ts';
import type { LiveAnswer, LiveOrder } from '../support/live-process.ts';
import { type VanishingPost, vanishingNetwork } from '../support/vanishing-network.ts';

const KILLS = 5;
const SEED = 7;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NOON = Date.UTC(2026, 0, 20, 12);
const FROM_MS = NOON - 30 * MINUTE_MS;
const TO_MS = NOON + 60 * MINUTE_MS;
const PROCESS = join(import.meta.dirname, '..', 'support', 'live-process.ts');

const COPIED = 'the council has to hear us now every voice counts share this until they answer';

let dir = '';
let network: Awaited<ReturnType<typeof vanishingNetwork>>;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'turfwatch-'));
  network = await vanishingNetwork(posts());
});
afterAll(async () => {
  await network.close();
  await rm(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

/** An ordinary post each five minutes for eight days, and for 40 minutes one text each five seconds. */
function posts(): readonly VanishingPost[] {
  const chance = chanceOf(5);
  const found: VanishingPost[] = [];
  for (let ms = NOON - 192 * HOUR_MS; ms < TO_MS; ms += 5 * MINUTE_MS)
    found.push({ createdMs: Math.floor(ms + chance() * 5 * MINUTE_MS) });
  for (let ms = NOON; ms < NOON + 40 * MINUTE_MS; ms += 5_000)
    found.push({ createdMs: ms, text: COPIED });
  return found;
}

function start(data: string): ChildProcess {
  return fork(PROCESS, [data, 'cityrun', network.host]);
}

function order(child: ChildProcess, atMs: number, dieAt?: string): void {
  network.nowMs = atMs;
  child.send({ atMs, ...(dieAt !== undefined && { dieAt }) } satisfies LiveOrder);
}

async function tick(child: ChildProcess, atMs: number): Promise<LiveAnswer> {
  const answered = once(child, 'message') as Promise<[LiveAnswer]>;
  order(child, atMs);
  const [answer] = await answered;
  expect(answer.atMs).toBe(atMs);
  return answer;
}

/** @returns the minute to go on from: the same, or one of the next two */
async function killIn(
  child: ChildProcess,
  { atMs, dieAt }: LiveOrder,
  chance: Chance,
): Promise<number> {
  const ended = once(child, 'exit');
  order(child, atMs, dieAt);
  if (dieAt === undefined) {
    await sleep(chance() * 60);
    child.kill('SIGKILL');
  }
  expect((await ended)[1]).toBe('SIGKILL');
  return atMs + Math.floor(chance() * 3) * MINUTE_MS;
}

/** @returns what was said after each tick, but for those in which it was killed */
async function live(
  data: string,
  kills: readonly LiveOrder[],
  chance: Chance,
): Promise<readonly LiveAnswer[]> {
  const answers: LiveAnswer[] = [];
  let child = start(data);
  let atMs = FROM_MS;
  for (const kill of kills) {
    for (; atMs < kill.atMs; atMs += MINUTE_MS) answers.push(await tick(child, atMs));
    atMs = await killIn(child, kill, chance);
    child = start(data);
  }
  for (; atMs < TO_MS; atMs += MINUTE_MS) answers.push(await tick(child, atMs));
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
  return answers;
}

async function toldIn(data: string): Promise<readonly string[]> {
  const outbox = join(data, 'data', 'outbox');
  const names = await Promise.all(['email', 'slack'].map((one) => readdir(join(outbox, one))));
  return names.flat().sort();
}

it(`a live watch killed at ${KILLS} moments of a burst goes on, and tells what it would have told`, {
  timeout: 120_000,
}, async () => {
  const calm = join(dir, 'calm');
  const calmly = await live(calm, [], chanceOf(0));
  const alertedMs = calmly.find(({ told }) => told > 0)?.atMs ?? Number.NaN;
  expect(alertedMs).toBeGreaterThan(NOON);

  // Between the write of the alert and its telling, and anywhere later on in the burst.
  const chance = chanceOf(SEED);
  const later = Array.from({ length: KILLS - 1 }, (_, number) => ({
    atMs: alertedMs + (7 * (number + 1) + Math.floor(chance() * 5)) * MINUTE_MS,
  }));
  const kills = [{ atMs: alertedMs, dieAt: 'burst assessed' }, ...later];
  const killed = join(dir, 'killed');
  const after = await live(killed, kills, chance);

  expect(await toldIn(killed)).toEqual(await toldIn(calm));
  const [last, expected] = [after.at(-1), calmly.at(-1)];
  expect(expected?.bursts).toEqual([
    { startMs: expect.any(Number), level: 'suspicious', posts: expect.any(Number) },
  ]);
  expect(last).toMatchObject({ bursts: expected?.bursts, deadLetters: 0 });
  // The last start was after the alert: nothing of it is told again.
  expect(last?.told).toBe(0);
});
