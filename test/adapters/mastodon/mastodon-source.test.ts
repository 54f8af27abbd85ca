import { afterEach, describe, expect, it } from 'vitest';
import {
  type MastodonOptions,
  mastodonSource,
} from '../../../functions/adapters/mastodon/mastodon-source.ts';
import { postsOf } from '../../support/posts-of.ts';
import { aStatus } from './a-status.ts';
import { type Answer, json, type Scripted, scriptedServer } from './scripted-server.ts';

const NOW_MS = Date.parse('2026-11-03T12:00:00Z');
const MINUTE_MS = 60_000;
const SPAN = {
  hashtag: 'cityrun',
  fromMs: NOW_MS - 60 * MINUTE_MS,
  toMs: NOW_MS,
  nowMs: NOW_MS,
};
const TIMELINE = '/api/v1/timelines/tag/cityrun';

let server: Scripted | undefined;
afterEach(() => server?.close());

async function open(answer: Answer, options: MastodonOptions = {}) {
  server = await scriptedServer((url, response) => {
    if (url.pathname === '/api/v2/instance') json(response, {}, {}, 404);
    else answer(url, response);
  });
  return mastodonSource(server.host, { scheme: 'http', ...options });
}

const timelineRequests = () => server?.asked.filter((path) => path.startsWith(TIMELINE)) ?? [];

type Status = ReturnType<typeof aStatus>;

/** Posts a given span apart, newest first, in pages of 40 with Mastodon's Link header. */
function timeline(statuses: readonly Status[], single: Answer = (_, r) => json(r, {})): Answer {
  return (url, response) => {
    if (url.pathname !== TIMELINE) return single(url, response);
    const maxId = Number(url.searchParams.get('max_id') ?? Number.POSITIVE_INFINITY);
    const page = statuses.filter(({ id }) => Number(id) < maxId).slice(0, 40);
    const last = page.at(-1)?.id;
    const link = `<https://elsewhere.example${TIMELINE}?max_id=${last}>; rel="next", <https://elsewhere.example${TIMELINE}?min_id=1>; rel="prev"`;
    json(response, page, last === undefined ? {} : { link });
  };
}

function postsApart(count: number, apartMs: number): Status[] {
  return Array.from({ length: count }, (_, age) =>
    aStatus(String(count - age), NOW_MS - 1 - age * apartMs),
  );
}

describe('counts', () => {
  it('pages back to the start of the span and no further', async () => {
    const source = await open(timeline(postsApart(500, MINUTE_MS)));

    const counts = await source.counts(SPAN, 5 * MINUTE_MS);

    expect(counts.map(({ posts }) => posts)).toEqual(new Array(12).fill(5));
    expect(counts[0]?.startMs).toBe(SPAN.fromMs);
    expect(timelineRequests()).toEqual([`${TIMELINE}?limit=40`, `${TIMELINE}?limit=40&max_id=461`]);
  });

  it('leaves out the buckets that its page budget does not reach', async () => {
    const source = await open(timeline(postsApart(500, MINUTE_MS)), { maxPages: 1 });

    const counts = await source.counts(SPAN, 5 * MINUTE_MS);

    expect(counts).toHaveLength(7);
    expect(counts[0]).toEqual({ startMs: NOW_MS - 35 * MINUTE_MS, posts: 5 });
  });

  it('leaves out the bucket in whose first moment its reading ends', async () => {
    // 37 posts later than the moment, then three in it; the next page could hold a fourth.
    const posts = [
      ...postsApart(37, 1_000),
      ...['c', 'b', 'a'].map((id) => aStatus(id, NOW_MS - 30 * MINUTE_MS)),
    ];
    const source = await open((_, response) => json(response, posts), { maxPages: 1 });

    expect(await source.counts(SPAN, 30 * MINUTE_MS)).toEqual([]);
    expect(await source.counts(SPAN, 15 * MINUTE_MS)).toEqual([
      { startMs: NOW_MS - 15 * MINUTE_MS, posts: 37 },
    ]);
  });

  it('counts zero before the first post of all', async () => {
    const source = await open(timeline(postsApart(3, MINUTE_MS)));

    const counts = await source.counts(SPAN, 30 * MINUTE_MS);

    expect(counts.map(({ posts }) => posts)).toEqual([0, 3]);
  });

  it('leaves out a bucket that is not over', async () => {
    const source = await open(timeline(postsApart(3, MINUTE_MS)));
    const ahead = { ...SPAN, toMs: NOW_MS + 30 * MINUTE_MS };

    expect(await source.counts(ahead, 60 * MINUTE_MS)).toEqual([
      { startMs: SPAN.fromMs, posts: 3 },
    ]);
  });

  it('goes on behind a single post whose clock was far off', async () => {
    const posts = postsApart(90, MINUTE_MS);
    const odd = posts.map((post, i) =>
      i === 39 ? { ...post, created_at: '2026-11-01T00:00:00.000Z' } : post,
    );
    const source = await open(timeline(odd));

    const counts = await source.counts(SPAN, 60 * MINUTE_MS);

    expect(counts).toEqual([{ startMs: SPAN.fromMs, posts: 59 }]);
  });

  it('claims nothing beyond where a server repeats its pages', async () => {
    const first = postsApart(40, MINUTE_MS);
    const source = await open((_, response) => json(response, first));

    const counts = await source.counts(SPAN, 30 * MINUTE_MS);

    expect(counts).toEqual([{ startMs: NOW_MS - 30 * MINUTE_MS, posts: 30 }]);
    expect(timelineRequests()).toHaveLength(2);
  });

  it('pages by the last id where no Link header comes', async () => {
    const posts = postsApart(100, MINUTE_MS);
    const source = await open((url, response) => {
      const from = posts.findIndex(({ id }) => id === url.searchParams.get('max_id')) + 1;
      json(response, posts.slice(from, from + 40));
    });

    expect(await source.counts(SPAN, 60 * MINUTE_MS)).toEqual([
      { startMs: SPAN.fromMs, posts: 60 },
    ]);
    expect(timelineRequests()[1]).toBe(`${TIMELINE}?limit=40&max_id=61`);
  });

  it('requires a bucket', async () => {
    const source = await open(timeline([]));

    await expect(source.counts(SPAN, 0)).rejects.toThrow('bucket longer than 0 ms');
  });
});

describe('posts', () => {
  it('answers counts, posts and missing of one moment from one paging', async () => {
    const source = await open(timeline(postsApart(60, MINUTE_MS)));

    await source.counts(SPAN, MINUTE_MS);
    const posts = await postsOf(source, SPAN, 1_000);
    const gone = await source.missing(posts, 'cityrun', NOW_MS);

    expect([posts.length, gone.size]).toEqual([60, 0]);
    const once = timelineRequests().length;
    expect(new Set(timelineRequests()).size).toBe(once);

    await postsOf(source, { ...SPAN, nowMs: NOW_MS + MINUTE_MS }, 1);
    expect(timelineRequests()).toHaveLength(once + 1);
  });

  it('keeps the newest of more than asked for, and reads no page for the rest', async () => {
    const source = await open(timeline(postsApart(500, 1_000)));

    const posts = await postsOf(source, SPAN, 3);

    expect(posts.map(({ id }) => id)).toEqual(['498', '499', '500']);
    expect(timelineRequests()).toHaveLength(1);
  });

  it('leaves out what lies outside of the span', async () => {
    const source = await open(timeline(postsApart(10, MINUTE_MS)));
    const span = { ...SPAN, fromMs: NOW_MS - 4 * MINUTE_MS, toMs: NOW_MS - 2 * MINUTE_MS };

    expect((await postsOf(source, span, 100)).map(({ id }) => id)).toEqual(['7', '8']);
  });

  it('begins with the first moment of the span and ends before its last', async () => {
    const source = await open(
      timeline([
        aStatus('3', NOW_MS),
        aStatus('2', NOW_MS - 1),
        aStatus('1', SPAN.fromMs),
        aStatus('0', SPAN.fromMs - 1),
      ]),
    );

    expect((await postsOf(source, SPAN, 100)).map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('keeps the order of the timeline among posts of the same moment', async () => {
    const source = await open(timeline(postsApart(5, 0)));

    expect((await postsOf(source, SPAN, 2)).map(({ id }) => id)).toEqual(['4', '5']);
  });

  it('asks for a hashtag in any script', async () => {
    const source = await open((_, response) => json(response, []));

    await postsOf(source, { ...SPAN, hashtag: 'şehir/koşusu' }, 1);

    expect(server?.asked[1]).toBe('/api/v1/timelines/tag/%C5%9Fehir%2Fko%C5%9Fusu?limit=40');
    await postsOf(source, { ...SPAN, hashtag: 'sehir', display: 'Şehir' }, 1);
    expect(server?.asked[2]).toBe('/api/v1/timelines/tag/%C5%9Eehir?limit=40');
    await expect(postsOf(source, { ...SPAN, hashtag: '' }, 1)).rejects.toThrow(
      'requires a hashtag',
    );
  });

  it('says who it is, and shows its token to its own server', async () => {
    const source = await open(timeline([]), { token: 'open-sesame' });

    await postsOf(source, SPAN, 1);

    expect(server?.sent.at(-1)).toMatchObject({
      'user-agent': 'turfwatch/0.1',
      authorization: 'Bearer open-sesame',
    });
  });
});

describe('missing', () => {
  const seen = postsApart(30, 10_000).map(({ id, created_at }) => ({
    id,
    createdMs: Date.parse(created_at),
  }));
  const without = (...ids: string[]) =>
    postsApart(200, 10_000)
      .map((post) => ({ ...post, id: String(Number(post.id) - 170) }))
      .filter(({ id }) => !ids.includes(id));
  const single =
    (status: (id: string) => number): Answer =>
    (url, response) =>
      json(response, {}, {}, status(url.pathname.split('/').at(-1) ?? ''));

  it('reports what its server no longer has, and not what a timeline only hides', async () => {
    const codes: Record<string, number> = { 12: 404, 20: 410, 25: 200 };
    const source = await open(
      timeline(
        without('12', '20', '25'),
        single((id) => codes[id] ?? 500),
      ),
    );

    expect(await source.missing(seen, 'cityrun', NOW_MS)).toEqual(new Set(['12', '20']));
    expect(timelineRequests()).toHaveLength(1);
    expect(server?.asked.filter((path) => path.startsWith('/api/v1/statuses/'))).toHaveLength(3);
  });

  it('says nothing of posts beyond the pages that it may read', async () => {
    const old = { id: '9999', createdMs: NOW_MS - 60 * MINUTE_MS };
    const source = await open(
      timeline(
        without(),
        single(() => 404),
      ),
      { maxPages: 1 },
    );

    expect(await source.missing([...seen, old], 'cityrun', NOW_MS)).toEqual(new Set());
  });

  it('asks for a part at a time, each minute for another', async () => {
    const gone = ['3', '4', '5', '6', '7'];
    const source = await open(
      timeline(
        without(...gone),
        single(() => 404),
      ),
      {
        maxConfirmations: 2,
      },
    );
    const found = new Set<string>();
    for (let minute = 0; minute < 3; minute++) {
      const part = await source.missing(seen, 'cityrun', NOW_MS + minute * MINUTE_MS);
      expect(part.size).toBe(2);
      for (const id of part) found.add(id);
    }

    expect([...found].sort()).toEqual(gone);
  });

  it('believes the timeline where single posts are for users, but only between neighbours', async () => {
    const posts = without('12', '20').filter(({ id }) => Number(id) > 5);
    const source = await open(
      timeline(
        posts,
        single(() => 401),
      ),
    );

    // 1 to 5 are not there either, but nothing older shows that the timeline reaches so far.
    expect(await source.missing(seen, 'cityrun', NOW_MS)).toEqual(new Set(['12', '20']));
  });

  it('keeps what was confirmed when the server fails, and claims no more', async () => {
    const source = await open(
      timeline(
        without('12', '20'),
        single((id) => (id === '20' ? 404 : 503)),
      ),
    );

    expect(await source.missing(seen, 'cityrun', NOW_MS)).toEqual(new Set(['20']));
  });

  it('stops asking while the rate limit still leaves room for counting', async () => {
    const low = {
      'x-ratelimit-limit': '300',
      'x-ratelimit-remaining': '60',
      'x-ratelimit-reset': new Date(NOW_MS + MINUTE_MS).toISOString(),
    };
    const source = await open(
      timeline(without('12', '20'), (_, response) => json(response, {}, low, 404)),
    );

    expect(await source.missing(seen, 'cityrun', NOW_MS)).toEqual(new Set(['20']));
    // The limit leaves room for a timeline still.
    expect(await postsOf(source, { ...SPAN, nowMs: NOW_MS + 1 }, 1)).toHaveLength(1);
  });

  it('asks nothing when there is nothing to look for', async () => {
    const source = await open(timeline([]));

    expect(await source.missing([], 'cityrun', NOW_MS)).toEqual(new Set());
    expect(server?.asked).toEqual([]);
  });
});
