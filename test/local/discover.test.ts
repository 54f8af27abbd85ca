import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chanceFrom } from '../../bench/simulator/chance.ts';
import type { LogRecord } from '../../functions/adapters/log.ts';
import { type Runtime, startRuntime } from '../../local/runtime.ts';
import { type ScriptedNetwork, scriptedNetwork } from '../adapters/mastodon/scripted-network.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const NOON = Date.UTC(2026, 2, 3, 12);
const BEGAN = NOON - 2 * HOUR_MS;

const TEMPLATE = 'the council has to hear us now every voice counts share this until they answer';

let dir = '';
let network: ScriptedNetwork;
let runtime: Runtime;
const records: LogRecord[] = [];
const told = (message: string) => records.filter((one) => one.message === message);

/** Three posts an hour for six days, each by somebody else; then a text in 200 copies within 20 minutes. */
function writePosts(): void {
  const chance = chanceFrom(11);
  const add = (hashtag: string, number: number, createdMs: number, text: string) =>
    network.add({
      uri: `https://a.example/${hashtag}/${number}`,
      createdMs,
      hashtags: [hashtag],
      text,
      authorCreatedAt: `20${10 + (number % 15)}-0${1 + (number % 9)}-11T00:00:00.000Z`,
    });
  let number = 0;
  for (let ms = NOON - 6 * DAY_MS; ms < NOON; ms += 20 * MINUTE_MS) {
    number += 1;
    add('flood', number, ms + Math.floor(chance.uniform() * MINUTE_MS), `word ${number} of many`);
    add('calm', number, ms + Math.floor(chance.uniform() * MINUTE_MS), `calm ${number} as ever`);
  }
  for (let copy = 0; copy < 200; copy += 1) {
    add('flood', 10_000 + copy, BEGAN + copy * 6_000, `${TEMPLATE} #flood`);
  }
}

async function ticks(fromMinute: number, toMinute: number): Promise<void> {
  for (let minute = fromMinute; minute <= toMinute; minute += 1) {
    const atMs = NOON + minute * MINUTE_MS;
    // A poll that comes long after its minute is dropped.
    vi.setSystemTime(atMs);
    await runtime.tick(atMs);
  }
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  dir = await mkdtemp(join(tmpdir(), 'turfwatch-'));
  network = await scriptedNetwork();
  writePosts();
  network.trends = [tag('Flood'), tag('calm'), tag('caturday')];
  runtime = await startRuntime({
    dir: join(dir, 'data'),
    pageDir: join(dir, 'page'),
    keyFile: join(dir, 'key'),
    port: 0,
    files: [],
    discover: JSON.stringify({ lists: [`mastodon@${network.host}`], deny: ['caturday'] }),
    nextEventMs: undefined,
    onRecord: (record) => records.push(record),
    onMessage: () => undefined,
  });
});
afterAll(async () => {
  vi.useRealTimers();
  await runtime.stop();
  await network.close();
  await rm(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

function tag(name: string) {
  return { name, history: [{ day: '1', uses: '9', accounts: '9' }] };
}

const idOf = (hashtag: string) => `mastodon:${hashtag}@${network.host}`;

describe('a server whose hashtag is in a burst before anybody watches it', () => {
  it('has what trends there watched, but for what is denied', async () => {
    await ticks(0, 0);

    const watches = await runtime.watches.list(10);
    expect(watches.map(({ watchId }) => watchId)).toEqual([idOf('calm'), idOf('flood')]);
    expect(told('trend watched').map(({ fields }) => fields.watchId)).toEqual([
      ...[idOf('flood'), idOf('calm')],
    ]);
  });

  it('has the burst found in the past, and judged within minutes', {
    timeout: 60_000,
  }, async () => {
    await ticks(1, 10);

    const [burst, ...others] = await runtime.bursts.ofWatch(idOf('flood'), 10);
    expect(others).toEqual([]);
    // Of a busy hour its server's past counts the end; posts are read from where it last was quiet.
    expect(burst?.startMs).toBeLessThan(BEGAN + HOUR_MS);
    expect(burst?.keptFromMs).toBeLessThanOrEqual(BEGAN);
    expect(burst?.verdict?.posts).toBeGreaterThanOrEqual(200);
    expect(burst?.verdict?.level).toMatch(/^(suspicious|coordinated)$/);
    expect(await runtime.bursts.ofWatch(idOf('calm'), 10)).toEqual([]);
    expect(runtime.deadLetters()).toBe(0);
  });

  it('tells it by the API, and a person may keep it', async () => {
    const path = `${runtime.address}/v1/watches/${encodeURIComponent(idOf('calm'))}`;
    const found = await (await fetch(path)).json();
    expect(found.origin).toEqual({
      list: `mastodon@${network.host}`,
      until: new Date(NOON + 2 * DAY_MS).toISOString(),
    });

    const kept = await fetch(path, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ keep: true }),
    });
    expect(await kept.json()).toMatchObject({ origin: null });
  });
});
