import { afterEach, describe, expect, it } from 'vitest';
import { memoryLedger } from '../../../functions/adapters/memory/ledger.ts';
import { memorySpendStore } from '../../../functions/adapters/memory/spend-store.ts';
import { SourceError } from '../../../functions/model/errors.ts';
import {
  type HostileScript,
  type HostileServer,
  startHostileServer,
} from '../net/hostile-server.ts';
import { wrongTypes } from '../net/wrong-types.ts';
import { anX } from './an-x.ts';

const NOW_MS = Date.parse('2026-11-03T12:00:30.000Z');
const NOON_MS = Date.parse('2026-11-03T12:00:00.000Z');
const MINUTE_MS = 60_000;
const NOVEMBER = { credential: 'x:app', month: '2026-11' };
const span = { hashtag: 'cityrun', fromMs: NOON_MS - MINUTE_MS, toMs: NOON_MS, nowMs: NOW_MS };
const seen = [{ id: '101', createdMs: NOW_MS }];

const COUNTS = {
  data: [{ start: '2026-11-03T11:59:00.000Z', end: '2026-11-03T12:00:00.000Z', post_count: 1 }],
  meta: { total_post_count: 1 },
};
const POSTS = {
  data: [{ id: '1', text: 'a', author_id: '7', created_at: '2026-11-03T11:59:30.000Z' }],
  includes: { users: [{ id: '7', created_at: '2019-03-02T14:21:07.000Z' }] },
  meta: { result_count: 1 },
};
const LOOKUP = { errors: [{ type: 'x/resource-not-found', resource_id: '101' }] };
const TRENDS = { data: [{ trend_name: '#cityrun', tweet_count: 1 }] };

let server: HostileServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function facing(script: HostileScript) {
  server = await startHostileServer({ clock: () => NOW_MS, ...script });
  const spent = memorySpendStore();
  const x = anX(server.host, { spent, timeoutMs: 200, ledger: memoryLedger() });
  const questions = {
    counts: () => x.counts(span, MINUTE_MS),
    past: () => x.past?.(span, MINUTE_MS),
    posts: () => x.posts(span, 10),
    missing: () => x.missing(seen, 'cityrun', NOW_MS),
    trending: () => x.trending?.(null, NOW_MS),
  };
  return { x, spent, server, questions };
}

describe.each(['counts', 'past', 'posts', 'missing', 'trending'] as const)('%s of X', (name) => {
  it.each<[string, HostileScript]>([
    ['429', { answer: { kind: 'answer', status: 429, body: { title: 'Too Many Requests' } } }],
    ['500', { answer: { kind: 'answer', status: 500, body: {} } }],
    ['503 in HTML', { answer: { kind: 'answer', status: 503, body: '<html>' } }],
    ['HTML', { answer: { kind: 'answer', body: '<html>' } }],
    ['nothing', { answer: { kind: 'silence' } }],
    ['half an answer', { answer: { kind: 'half', body: COUNTS } }],
    ['half an answer and silence', { answer: { kind: 'half', body: POSTS, stall: true } }],
    ['50 MB', { answer: { kind: 'huge' } }],
    ['a closed line', { answer: { kind: 'hangup' } }],
    ['a way to a private address', { answer: { kind: 'redirect', to: 'http://10.0.0.1/' } }],
    ['a way to another host', { answer: { kind: 'redirect', to: 'https://other.example/' } }],
  ])('given %s fail as a source, without cost', async (_, script) => {
    const { questions, spent } = await facing(script);

    await expect(questions[name]()).rejects.toThrow(SourceError);
    expect(await spent.spent(NOVEMBER)).toBe(0);
  });

  it('given other types than X documents fail for good, and are counted as paid', async () => {
    const bodies = {
      counts: COUNTS,
      past: COUNTS,
      posts: POSTS,
      missing: LOOKUP,
      trending: TRENDS,
    };
    const body = wrongTypes(bodies[name]);
    const { questions, spent } = await facing({ answer: { kind: 'answer', body } });

    await expect(questions[name]()).rejects.toMatchObject({
      name: 'SourceError',
      retryable: false,
    });
    expect(await spent.spent(NOVEMBER)).toBeGreaterThan(0);
  });
});

describe('a page of X with a post that cannot be read', () => {
  it('gives the others, and is counted as paid whole', async () => {
    const [good] = POSTS.data;
    const data = ['1', '2', '3', 'four'].map((id) => ({ ...good, id }));
    const body = { ...POSTS, data, meta: { result_count: 4 } };
    const { questions, spent } = await facing({ answer: { kind: 'answer', body } });

    expect((await questions.posts()).posts.map(({ id }) => id)).toEqual(['1', '2', '3']);
    // Four posts, the author of three of them, and one of whom nothing is known.
    expect(await spent.spent(NOVEMBER)).toBe(4 * 5_000 + 2 * 10_000);
  });
});

describe('the rate limit of X', () => {
  it('is obeyed by its headers: when it is spent, nobody asks before it is granted anew', async () => {
    const { questions, server } = await facing({
      answer: { kind: 'answer', body: COUNTS },
      limit: { requests: 20, windowMs: 900_000, style: 'x' },
    });
    for (let n = 0; n < 40; n += 1) await questions.counts().catch(() => undefined);

    await expect(questions.counts()).rejects.toMatchObject({
      retryable: true,
      retryAtMs: expect.closeTo(Date.parse('2026-11-03T12:15:00.000Z'), -4),
    });
    expect(server.asked.length).toBeLessThanOrEqual(20);
    expect(server.asked.length).toBeGreaterThanOrEqual(10);
    expect(server.refused()).toBe(0);
  });

  it('is read by the clock of X, ten minutes off', async () => {
    const { questions, server } = await facing({
      answer: { kind: 'answer', body: COUNTS },
      limit: { requests: 20, windowMs: 900_000, style: 'x' },
      skewMs: 600_000,
    });
    for (let n = 0; n < 40; n += 1) await questions.counts().catch(() => undefined);

    // X's own clock says 12:10:30, and that it grants anew at 12:15: in four and a half minutes.
    await expect(questions.counts()).rejects.toMatchObject({
      retryAtMs: expect.closeTo(NOW_MS + 270_000, -4),
    });
    expect(server.refused()).toBe(0);
  });

  it('of counts leaves posts alone', async () => {
    const { questions } = await facing({
      answer: ({ url }) =>
        url.pathname.includes('counts')
          ? { kind: 'answer', status: 429, headers: { 'retry-after': '60' } }
          : { kind: 'answer', body: POSTS },
    });

    await expect(questions.counts()).rejects.toThrow(/rate limit/);
    await expect(questions.posts()).resolves.toMatchObject({ posts: [{ id: '1' }] });
  });
});
