import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Runtime, startRuntime } from '../../local/runtime.ts';
import { ATTACKED, attackedDays } from '../support/attacked-days.ts';
import { databaseText } from '../support/database-text.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const BEGIN_MS = Date.UTC(2026, 2, 3, 8, 40);
const END_MS = Date.UTC(2026, 2, 3, 9, 20);

let runtime: Runtime;
let token = '';
let dir = '';
let nowMs = BEGIN_MS;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'turfwatch-'));
  // Polls that are late by the machine's clock would be dropped.
  vi.useFakeTimers({ toFake: ['Date'], now: BEGIN_MS });
  vi.stubEnv('INGEST_TOKENS', '');
  vi.stubEnv('INGEST_TELLS_DELETIONS', 'local');
  runtime = await startRuntime({
    dir: join(dir, 'data'),
    pageDir: join(dir, 'page'),
    keyFile: join(dir, 'key'),
    port: 0,
    files: [],
    nextEventMs: undefined,
    onRecord: () => {},
    onMessage: () => {},
  });
  runtime.setNow(() => nowMs);
  token = await readFile(join(dir, 'ingest-token'), 'utf8');
});
afterAll(async () => {
  await rm(dir, { recursive: true, force: true });
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

/** As a partner may hand them in: with all that can tell who wrote, in ids and networks too. */
const posts = attackedDays()
  .filter(({ hashtags }) => hashtags.includes(ATTACKED))
  .map((post, number) => ({
    ...post,
    ...(number % 2 === 0 && { id: `at://did:plc:${post.author}/app.bsky.feed.post/${post.id}` }),
    authorName: `Nameof ${post.author}`,
    authorHandle: `handle-${post.author}`,
    authorPlace: `Smallville ${number % 9}`,
  }));

/** What a partner sees in (fromMs, toMs]: posts as they are made, and again when they are gone. */
function linesOf(fromMs: number, toMs: number): readonly object[] {
  const isIn = (time: string) => Date.parse(time) > fromMs && Date.parse(time) <= toMs;
  const made = posts.filter(({ createdAt }) => isIn(createdAt));
  const gone = posts.filter(({ deletedAt }) => deletedAt && isIn(deletedAt));
  return [...made.map(({ deletedAt: _, ...post }) => post), ...gone];
}

async function handIn(lines: readonly object[]) {
  const answer = await fetch(`${runtime.address}/v1/ingest`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
    body: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  });
  expect(answer.status).toBe(200);
  return answer.json();
}

it('judges a burst that a partner hands in, minute by minute, some of it twice', async () => {
  const added = await fetch(`${runtime.address}/v1/watches`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ source: 'ingest', place: 'local', hashtag: ATTACKED }),
  });
  expect(added.status).toBe(201);
  const past = { from: new Date(BEGIN_MS - DAY_MS), until: new Date(BEGIN_MS) };
  const day = linesOf(BEGIN_MS - DAY_MS, BEGIN_MS);
  const first = await handIn([...day, { ...past, hashtags: [ATTACKED] }]);
  expect(first).toMatchObject({ refused: 0, unwatched: 0 });
  expect(first.accepted).toBeGreaterThan(50);

  let accepted = 0;
  for (nowMs = BEGIN_MS + MINUTE_MS; nowMs <= END_MS; nowMs += MINUTE_MS) {
    vi.setSystemTime(nowMs);
    const lines = [
      ...linesOf(nowMs - MINUTE_MS, nowMs),
      { until: new Date(nowMs), hashtags: [ATTACKED] },
    ];
    accepted += (await handIn(lines)).accepted;
    if (nowMs % (3 * MINUTE_MS) === 0) expect((await handIn(lines)).accepted).toBe(0);
    await runtime.tick(nowMs);
  }

  const made = posts.filter(
    ({ createdAt }) => Date.parse(createdAt) > BEGIN_MS && Date.parse(createdAt) <= END_MS,
  );
  expect(accepted).toBe(made.length);
  const watchId = `ingest:${ATTACKED}@local`;
  expect(await runtime.watches.get(watchId)).toMatchObject({ health: { state: 'ok' } });
  const [burst] = await runtime.bursts.ofWatch(watchId, 10);
  expect(burst?.verdict?.level).toBe('coordinated');
  expect(burst?.verdict?.standing).toContain('deletion');
  const read = await fetch(
    `${runtime.address}/v1/bursts?from=2026-03-01T00:00:00Z&level=coordinated`,
  );
  expect((await read.json()).bursts).toMatchObject([{ watchId, place: 'local' }]);
  expect(runtime.deadLetters()).toBe(0);
});

it('keeps no author, name, place, text or token of what was handed in, in no table, log or message', async () => {
  await runtime.stop();
  const database = await databaseText(join(dir, 'data', 'tables'));
  const files = await readdir(join(dir, 'data'), { recursive: true, withFileTypes: true });
  const told = files.filter(({ name }) => /\.(jsonl|txt|json|eml)$/.test(name));
  const texts = await Promise.all(
    told.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')),
  );
  const written = [database, ...texts].join('\n');
  const isWritten = (text: string | null) => text !== null && written.includes(text);

  expect(told.length).toBeGreaterThan(1);
  expect(posts.filter(({ id }) => database.includes(id)).length).toBeGreaterThan(40);
  expect(posts.filter(({ author }) => isWritten(author))).toEqual([]);
  expect(posts.filter(({ id }) => id.startsWith('at:') && isWritten(id))).toEqual([]);
  expect(posts.filter(({ text }) => isWritten(text))).toEqual([]);
  expect(['did:plc', 'Nameof', 'handle-', 'Smallville', token].filter(isWritten)).toEqual([]);
});
