import { afterEach, describe, expect, it } from 'vitest';
import { mastodonSource } from '../../../functions/adapters/mastodon/mastodon-source.ts';
import { aStatus } from './a-status.ts';
import { type ScriptedNetwork, scriptedNetwork } from './scripted-network.ts';
import { json, type Scripted, scriptedServer } from './scripted-server.ts';

const NOW_MS = Date.UTC(2026, 10, 3, 12);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let server: ScriptedNetwork | Scripted | undefined;
afterEach(() => server?.close());

const pages = () => server?.asked.filter((path) => path.includes('/timelines/')).length ?? 0;

/** Posts an even distance apart; by default one every ten seconds for six hours. */
async function busy(options = {}, apartMs = 10_000) {
  const network = await scriptedNetwork();
  server = network;
  for (let ago = 1; ago <= 6 * 360; ago++)
    network.add({
      uri: `https://far.example/${ago}`,
      createdMs: NOW_MS - ago * apartMs,
      hashtags: ['cityrun'],
      text: 'run',
      authorCreatedAt: '2020-05-17T00:00:00.000Z',
    });
  return mastodonSource(network.host, { scheme: 'http', ...options });
}

describe('a question about the past', () => {
  it('begins there where ids tell the time', async () => {
    const source = await busy();
    const toMs = NOW_MS - 4 * HOUR_MS;
    const span = { hashtag: 'cityrun', fromMs: toMs - 5 * MINUTE_MS, toMs, nowMs: NOW_MS };
    const { posts, fromMs } = await source.posts(span, 1_000);

    expect(posts).toHaveLength(30);
    expect(fromMs).toBe(span.fromMs);
    // One to learn how this server numbers.
    expect(pages()).toBe(2);
  });

  it('goes on where the last one could not pay for more', async () => {
    const source = await busy({ maxPages: 3 });
    const span = { hashtag: 'cityrun', fromMs: NOW_MS - HOUR_MS, toMs: NOW_MS, nowMs: NOW_MS };
    const first = await source.posts(span, 1_000);
    expect(first.posts).toHaveLength(120);
    const second = await source.posts({ ...span, toMs: first.fromMs }, 1_000);

    expect(pages()).toBe(6);
    expect(second.fromMs).toBeLessThan(first.fromMs - 110 * 10_000);
    const found = new Set([...first.posts, ...second.posts].map(({ id }) => id));
    expect(found.size).toBeGreaterThanOrEqual(120 + 117);
  });

  it('of the last minutes is read on the way of the poll’s other questions', async () => {
    const source = await busy({}, 1_000);
    const span = { hashtag: 'cityrun', fromMs: NOW_MS - 6 * MINUTE_MS, nowMs: NOW_MS };
    await source.counts({ ...span, toMs: NOW_MS - 5 * MINUTE_MS }, MINUTE_MS);
    const { posts } = await source.posts({ ...span, toMs: NOW_MS }, 1_000);

    expect(posts).toHaveLength(360);
    expect(pages()).toBe(10);
  });
});

describe('a server that loses its place where the last post of a page is deleted', () => {
  /** As snac2: without Link, and with nothing after an id that it does not know. */
  async function forgetful(count: number) {
    const posts = Array.from({ length: count }, (_, age) =>
      aStatus(`p${count - age}`, NOW_MS - 1 - age * 1_000),
    );
    let onPage: (page: number) => void = () => undefined;
    let asked = 0;
    server = await scriptedServer((url, response) => {
      if (!url.pathname.includes('/timelines/')) return json(response, {}, {}, 404);
      const maxId = url.searchParams.get('max_id');
      const at = posts.findIndex(({ id }) => id === maxId);
      const page = maxId !== null && at < 0 ? [] : posts.slice(at + 1, at + 41);
      json(response, page);
      onPage(asked++);
    });
    const source = mastodonSource(server.host, { scheme: 'http' });
    const remove = (id: string) =>
      posts.splice(
        posts.findIndex((post) => post.id === id),
        1,
      );
    return { source, remove, after: (act: (page: number) => void) => (onPage = act) };
  }
  const span = { hashtag: 'cityrun', fromMs: NOW_MS - HOUR_MS, toMs: NOW_MS, nowMs: NOW_MS };

  it('is not taken for one whose timeline has ended', async () => {
    const { source, remove, after } = await forgetful(100);
    after((page) => void (page === 0 && remove('p61')));
    const { posts, fromMs } = await source.posts(span, 1_000);

    expect(new Set(posts.map(({ id }) => id)).size).toBe(100);
    expect(fromMs).toBe(span.fromMs);
  });

  it('has ended where the same page still ends with the same post', async () => {
    const { source } = await forgetful(30);
    const counts = await source.counts(span, 30 * MINUTE_MS);

    expect(counts.map(({ posts }) => posts)).toEqual([0, 30]);
    expect(pages()).toBe(3);
  });

  it('claims nothing beyond where a whole page is gone', async () => {
    const { source, remove, after } = await forgetful(100);
    after((page) => {
      if (page === 1) for (let id = 61; id >= 21; id--) remove(`p${id}`);
    });
    const { fromMs } = await source.posts(span, 1_000);

    expect(fromMs).toBeGreaterThan(span.fromMs);
  });
});
