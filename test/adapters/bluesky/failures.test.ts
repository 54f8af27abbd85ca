import { afterEach, describe, expect, it } from 'vitest';
import {
  type BlueskyOptions,
  blueskySource,
} from '../../../functions/adapters/bluesky/bluesky-source.ts';
import { sealUri } from '../../../functions/adapters/bluesky/post-ids.ts';
import { sealerFrom } from '../../../functions/adapters/secrets/sealer.ts';
import { SourceError } from '../../../functions/model/errors.ts';
import {
  type HostileRequest,
  type HostileScript,
  type HostileServer,
  startHostileServer,
  type Trick,
} from '../net/hostile-server.ts';
import { wrongTypes } from '../net/wrong-types.ts';

const NOW_MS = Date.parse('2026-11-03T12:00:00Z');
const MINUTE_MS = 60_000;
const SPAN = { hashtag: 'cityrun', fromMs: NOW_MS - 60 * MINUTE_MS, toMs: NOW_MS, nowMs: NOW_MS };
const sealer = sealerFrom('the key of a test', 'post ids of bluesky');

let server: HostileServer | undefined;
afterEach(() => server?.close());

type Methods = Readonly<Record<string, (request: HostileRequest) => Trick>>;

const ok = (body: unknown): Trick => ({ kind: 'answer', body });
const refuse = (status: number, error: string): Trick => ({
  kind: 'answer',
  status,
  body: { error, message: 'in words' },
});
const login = () => ok({ accessJwt: 'access-0', refreshJwt: 'renewal-0', did: 'did:plc:reader' });

/** A server that is home, app view and directory at once, by the last word of the method. */
async function open(
  methods: Methods,
  more: Partial<BlueskyOptions> = {},
  script: HostileScript = {},
) {
  server = await startHostileServer({
    ...script,
    answer(request) {
      const path = request.url.pathname;
      const name = path.endsWith('/log/audit') ? 'audit' : (path.split('.').at(-1) ?? '');
      const known: Methods = {
        createSession: login,
        searchPosts: () => ok(pageOf([])),
        ...methods,
      };
      return known[name]?.(request) ?? refuse(404, 'NotFound');
    },
  });
  return blueskySource({
    scheme: 'http',
    service: server.host,
    directory: server.host,
    identifier: 'reader.test',
    appPassword: 'an-app-pass-word',
    sealer,
    ...more,
  });
}

function asked(name: string): readonly HostileRequest[] {
  return (server?.asked ?? []).filter(({ url }) => url.pathname.endsWith(name));
}

function aView(number: number, createdMs: number, author = 'did:plc:author') {
  return {
    uri: `at://${author}/app.bsky.feed.post/${number}`,
    cid: 'bafy',
    author: { did: author, handle: 'author.test', displayName: 'Author' },
    record: { text: 'a secret word #cityrun', createdAt: new Date(createdMs).toISOString() },
    indexedAt: new Date(createdMs).toISOString(),
  };
}

function pageOf(posts: readonly unknown[], cursor?: string) {
  return { posts, ...(cursor !== undefined && { cursor }) };
}

describe('a login that ended', () => {
  it.each([
    [400, 'ExpiredToken'],
    [401, 'InvalidToken'],
  ])('(%i %s) is renewed, and the question put again', async (status, error) => {
    const source = await open({
      searchPosts: ({ headers }) =>
        headers.authorization === 'Bearer access-1'
          ? ok(pageOf([aView(1, NOW_MS - 1_000)]))
          : refuse(status, error),
      refreshSession: ({ headers }) =>
        headers.authorization === 'Bearer renewal-0'
          ? ok({ accessJwt: 'access-1', refreshJwt: 'renewal-1' })
          : refuse(400, 'ExpiredToken'),
    });

    expect((await source.posts(SPAN, 10)).posts).toHaveLength(1);
    expect(asked('createSession')).toHaveLength(1);
    expect(asked('refreshSession')).toHaveLength(1);
  });

  it('and cannot be renewed is entered anew', async () => {
    let logins = 0;
    const source = await open({
      createSession: () => ok({ accessJwt: `access-${logins++}`, refreshJwt: 'renewal' }),
      refreshSession: () => refuse(400, 'ExpiredToken'),
      searchPosts: ({ headers }) =>
        headers.authorization === 'Bearer access-1' ? ok(pageOf([])) : refuse(400, 'ExpiredToken'),
    });

    expect(await source.posts(SPAN, 10)).toEqual({ posts: [], fromMs: SPAN.fromMs });
    expect(logins).toBe(2);
  });

  it('again and again is not asked for for ever', async () => {
    const source = await open({
      searchPosts: () => refuse(400, 'ExpiredToken'),
      refreshSession: login,
    });

    await expect(source.posts(SPAN, 10)).rejects.toThrow('does not accept the login');
    expect(asked('searchPosts')).toHaveLength(2);
  });

  it('is renewed once for questions that are put at the same time', async () => {
    const source = await open({
      searchPosts: ({ headers }) =>
        headers.authorization === 'Bearer access-1' ? ok(pageOf([])) : refuse(400, 'ExpiredToken'),
      refreshSession: () => ok({ accessJwt: 'access-1', refreshJwt: 'renewal-1' }),
    });

    const spans = Array.from({ length: 5 }, (_, i) => ({ ...SPAN, hashtag: `cityrun${i}` }));
    await Promise.all(spans.map((span) => source.posts(span, 10)));

    expect(asked('createSession')).toHaveLength(1);
    expect(asked('refreshSession')).toHaveLength(1);
  });
});

describe('a login that is refused', () => {
  it.each([
    [refuse(401, 'AuthFactorTokenRequired'), 'asks for a second factor: give an app password'],
    [refuse(401, 'AccountTakedown'), 'says that the account was taken down: use another'],
    [refuse(401, 'AuthenticationRequired'), 'does not accept the handle and app password'],
    [ok({ accessJwt: 'a', refreshJwt: 'r', active: false }), 'says that the account is not active'],
    [ok({ accessJwt: 1 }), 'answered with what cannot be read: accessJwt'],
  ])('says what is needed (%#)', async (answer, words) => {
    const source = await open({ createSession: () => answer });

    await expect(source.posts(SPAN, 10)).rejects.toThrow(words);
    await expect(source.posts(SPAN, 10)).rejects.toMatchObject({ retryable: false });
    expect(asked('createSession')).toHaveLength(1);
  });

  it('never tells the password', async () => {
    const source = await open({ createSession: () => refuse(400, 'InvalidRequest') });
    const error = await source.posts(SPAN, 10).catch((failure: unknown) => failure);

    expect(error).toBeInstanceOf(SourceError);
    expect(JSON.stringify([String(error), error])).not.toMatch(/an-app-pass-word/);
  });
});

describe('the home of an account', () => {
  it('is asked where the login says that it is', async () => {
    const home = await startHostileServer({ answer: ok(pageOf([])) });
    const source = await open({
      createSession: () =>
        ok({
          accessJwt: 'access',
          refreshJwt: 'renewal',
          didDoc: {
            service: [
              { id: '#other', serviceEndpoint: 'https://other.example' },
              { id: '#atproto_pds', serviceEndpoint: `http://${home.host}` },
            ],
          },
        }),
    });
    await source.posts(SPAN, 10);

    expect(home.asked.map(({ url }) => url.pathname)).toEqual(['/xrpc/app.bsky.feed.searchPosts']);
    expect(asked('searchPosts')).toHaveLength(0);
    await home.close();
  });

  it.each([
    undefined,
    'a word',
    { service: [{ id: '#atproto_pds', serviceEndpoint: { a: 1 } }] },
    { service: [{ id: '#atproto_pds', serviceEndpoint: 'nowhere' }] },
    { service: [{ id: '#atproto_pds', serviceEndpoint: 'mailto:a@b.example' }] },
  ])('is the service itself where it is not said (%j)', async (didDoc) => {
    const source = await open({
      createSession: () => ok({ accessJwt: 'access', refreshJwt: 'renewal', didDoc }),
    });

    expect((await source.posts(SPAN, 10)).posts).toEqual([]);
    expect(asked('searchPosts')).toHaveLength(1);
  });
});

describe('search', () => {
  it('that leads in a circle ends, and says how far it read', async () => {
    const posts = Array.from({ length: 100 }, (_, i) => aView(i, NOW_MS - 1_000));
    const source = await open({ searchPosts: () => ok(pageOf(posts, 'the same again')) });

    const reading = await source.posts(SPAN, 1_000);

    expect(reading.posts).toHaveLength(100);
    expect(reading.fromMs).toBe(NOW_MS - 999);
    expect(asked('searchPosts')).toHaveLength(3);
  });

  it('goes on behind a page of which everything was hidden', async () => {
    const pages: Readonly<Record<string, unknown>> = {
      '': pageOf([], 'hidden'),
      hidden: pageOf([], 'more hidden'),
      'more hidden': pageOf([aView(1, NOW_MS - 1_000)]),
    };
    const searchPosts = ({ url }: HostileRequest) =>
      ok(pages[url.searchParams.get('cursor') ?? ''] ?? pageOf([]));
    const source = await open({ searchPosts });

    expect((await source.counts(SPAN, MINUTE_MS)).at(-1)?.posts).toBe(1);
    expect(asked('searchPosts')).toHaveLength(3);
  });

  it.each([
    ['the same', () => 'again', 2, 60],
    ['ever another', ({ number }: HostileRequest) => `${number}`, 8, 0],
  ])('of nothing but cursors, %s, comes to an end', async (_, cursor, pages, buckets) => {
    const searchPosts = (request: HostileRequest) => ok(pageOf([], cursor(request)));
    const source = await open({ searchPosts }, { maxPages: 8 });

    expect(await source.counts(SPAN, MINUTE_MS)).toHaveLength(buckets);
    const paged = asked('searchPosts').filter(({ url }) => url.searchParams.get('limit') !== '1');
    expect(paged).toHaveLength(pages);
  });

  it('whose counts are in a circle too are gaps', async () => {
    const posts = Array.from({ length: 100 }, (_, i) => aView(i, NOW_MS - 1_000));
    const source = await open({ searchPosts: () => ok(pageOf(posts, 'the same again')) });

    expect(await source.counts(SPAN, MINUTE_MS)).toEqual([]);
  });

  it('is asked as the hashtag is written, once for counts and posts of one poll', async () => {
    const source = await open({ searchPosts: () => ok(pageOf([aView(1, NOW_MS - 1_000)])) });
    const span = { ...SPAN, hashtag: 'پاکستان', display: 'پاكستان' };
    await source.counts(span, MINUTE_MS);
    const { posts } = await source.posts(span, 10);

    const [only, ...more] = asked('searchPosts');
    expect(more).toEqual([]);
    expect(Object.fromEntries(only?.url.searchParams ?? [])).toEqual({
      q: '#پاكستان',
      tag: 'پاكستان',
      sort: 'latest',
      limit: '100',
      since: '2026-11-03T11:00:00.000Z',
    });
    expect(posts[0]?.hashtags).toEqual(['پاکستان']);
  });

  it('goes on from where an earlier question stopped, without reading down to it again', async () => {
    const source = await open({});
    await source.posts({ ...SPAN, fromMs: NOW_MS - 9 * 3_600_000, toMs: NOW_MS - 7_200_000 }, 10);

    expect(asked('searchPosts')[0]?.url.searchParams.get('until')).toBe('2026-11-03T10:00:00.000Z');
  });

  it('of a network whose clock is ahead gives each post once its time has come', async () => {
    const view = aView(1, NOW_MS + 10 * MINUTE_MS);
    const source = await open({ searchPosts: () => ok(pageOf([view])) });
    const later = NOW_MS + 11 * MINUTE_MS;

    expect(await source.posts({ ...SPAN, toMs: later }, 10)).toMatchObject({ posts: [] });
    const { posts } = await source.posts({ ...SPAN, toMs: later, nowMs: later }, 10);
    expect(posts.map(({ createdMs }) => createdMs)).toEqual([NOW_MS + 10 * MINUTE_MS]);
  });

  it('takes a post as it is, whatever its author wrote into the record', async () => {
    const strange = {
      ...aView(1, NOW_MS - 1_000),
      record: { text: 7, createdAt: 'yesterday', langs: 'en', tags: [1], facets: [{}] },
    };
    const source = await open({ searchPosts: () => ok(pageOf([strange])) });
    const [post] = (await source.posts(SPAN, 10)).posts;

    expect(post).toMatchObject({
      createdMs: NOW_MS - 1_000,
      text: '',
      language: null,
      hashtags: ['cityrun'],
    });
  });

  it('with one post of forty that cannot be read gives the others', async () => {
    const views = Array.from({ length: 40 }, (_, n) => aView(40 - n, NOW_MS - 1 - n));
    const page = views.with(17, { ...aView(23, NOW_MS - 18), indexedAt: 'the day before' });
    const source = await open({ searchPosts: () => ok(pageOf(page)) });

    expect((await source.posts(SPAN, 100)).posts).toHaveLength(39);
    const counts = await source.counts(SPAN, MINUTE_MS);
    expect(counts.at(-1)?.posts).toBe(39);
  });

  it.each([
    ['posts of wrong types', ok(wrongTypes(pageOf([aView(1, NOW_MS)]))), false],
    ['no posts at all', ok({}), false],
    ['an address that is no post', ok(pageOf([{ ...aView(1, NOW_MS), uri: 'at://x' }])), false],
    ['no JSON', ok('<html>a secret word</html>'), true],
    ['half a body', { kind: 'half', body: pageOf([aView(1, NOW_MS)]) } as const, true],
    ['a refusal', refuse(400, 'InvalidRequest'), false],
    ['a failure', refuse(502, 'UpstreamFailure'), true],
    ['too much', { kind: 'huge' } as const, false],
    ['an address elsewhere', { kind: 'redirect', to: 'http://169.254.169.254/' } as const, false],
    ['nothing', { kind: 'silence' } as const, true],
  ])('that answers with %s is an error that quotes nothing', async (_, trick, retryable) => {
    const source = await open({ searchPosts: () => trick }, { timeoutMs: 300 });
    const error = await source.counts(SPAN, MINUTE_MS).catch((failure: unknown) => failure);

    expect(error).toBeInstanceOf(SourceError);
    expect(error).toMatchObject({ retryable });
    expect(`${error} ${(error as SourceError).cause}`).not.toMatch(/secret|did:plc/);
  });

  it('is not asked more than the server grants, and waits for as long as it says', async () => {
    const limit = { style: 'bluesky', requests: 20, windowMs: 5 * MINUTE_MS } as const;
    const source = await open({}, {}, { limit, clock: () => NOW_MS });
    const errors = [];
    for (let i = 0; i < 40; i++)
      errors.push(
        await source.posts({ ...SPAN, hashtag: `cityrun${i}` }, 10).catch((error) => error),
      );

    const refused = errors.filter((error) => error instanceof SourceError);
    expect(refused.length).toBeGreaterThan(19);
    for (const error of refused) {
      expect(error.retryable).toBe(true);
      expect(error.retryAtMs).toBeGreaterThan(NOW_MS);
      expect(error.retryAtMs).toBeLessThanOrEqual(NOW_MS + 5 * MINUTE_MS + 5_000);
    }
    expect(server?.refused()).toBe(0);
  });
});

describe('dates of accounts', () => {
  const posts = [
    ...Array.from({ length: 8 }, (_, i) => aView(i, NOW_MS - 1_000 - i, `did:plc:author${i}`)),
    aView(8, NOW_MS - 2_000, 'did:web:author.example'),
  ];
  const searchPosts = () => ok(pageOf(posts));
  const audit = () =>
    ok([{ createdAt: '2024-02-01T00:00:00.500Z' }, { createdAt: '2025-02-01T00:00:00Z' }]);
  const MADE_MS = Date.parse('2024-02-01T00:00:00.500Z');

  it('are the first in the log of the directory, asked for once; others are unknown', async () => {
    const source = await open({ searchPosts, audit });
    await source.posts(SPAN, 100);
    const later = { ...SPAN, nowMs: NOW_MS + MINUTE_MS };
    const { posts: found } = await source.posts(later, 100);

    const dates = found.map((post) => ('authorId' in post ? post.authorCreatedMs : undefined));
    expect(dates).toEqual([null, ...new Array(8).fill(MADE_MS)]);
    expect(asked('audit')).toHaveLength(8);
  });

  it('are not asked for to count', async () => {
    const source = await open({ searchPosts, audit });
    await source.counts(SPAN, MINUTE_MS);

    expect(asked('audit')).toHaveLength(0);
  });

  it('are looked up within a budget, and more of them by the next poll', async () => {
    const source = await open({ searchPosts, audit }, { maxAuthorDates: 3 });
    const known = async (nowMs: number) => {
      const { posts: found } = await source.posts({ ...SPAN, nowMs }, 100);
      return found.filter((post) => 'authorId' in post && post.authorCreatedMs !== null).length;
    };

    expect(await known(NOW_MS)).toBe(3);
    expect(await known(NOW_MS + MINUTE_MS)).toBe(6);
    expect(await known(NOW_MS + 2 * MINUTE_MS)).toBe(8);
    expect(asked('audit')).toHaveLength(8);
  });

  it.each([
    refuse(404, 'NotFound'),
    refuse(500, 'Broken'),
    ok([]),
    ok('no JSON'),
    ok([{ createdAt: 7 }]),
    { kind: 'hangup' } as const,
  ])('that the directory does not tell are unknown, and the posts are read (%#)', async (trick) => {
    const source = await open({ searchPosts, audit: () => trick });
    const { posts: found } = await source.posts(SPAN, 100);

    expect(found).toHaveLength(9);
    for (const post of found) expect(post).toMatchObject({ authorCreatedMs: null });
  });
});

describe('missing', () => {
  const ids = Array.from({ length: 60 }, (_, i) => ({
    id: sealUri(`at://did:plc:author/app.bsky.feed.post/${i}`, sealer),
    createdMs: NOW_MS - 1_000,
  }));

  it('is only what was looked at before the network failed', async () => {
    let batch = 0;
    const source = await open({
      getPosts: () => (batch++ === 1 ? refuse(503, 'Broken') : ok({ posts: [] })),
      getProfiles: () => ok({ profiles: [{ did: 'did:plc:author' }] }),
    });

    const gone = await source.missing(ids, 'cityrun', NOW_MS);

    expect(gone).toEqual(new Set(ids.slice(0, 25).map(({ id }) => id)));
  });

  it.each([
    { blockedBy: true },
    { blocking: 'at://did:plc:reader/app.bsky.graph.block/1' },
    { blockingByList: { uri: 'at://did:plc:reader/app.bsky.graph.list/1' } },
  ])('is nothing of an author between whom and us stands a block (%j)', async (viewer) => {
    const profile = { did: 'did:plc:author', viewer };
    const source = await open({
      getPosts: () => ok({ posts: [] }),
      getProfiles: () => ok({ profiles: [profile] }),
    });

    expect(await source.missing(ids, 'cityrun', NOW_MS)).toEqual(new Set());
  });

  it('is nothing of an answer that cannot be read', async () => {
    const source = await open({ getPosts: () => ok({ posts: [{ uri: 7 }] }) });

    await expect(source.missing(ids, 'cityrun', NOW_MS)).rejects.toThrow('posts[0].uri');
  });
});

describe('trends', () => {
  it('are topics, read as the hashtags that their words make', async () => {
    const trend = (displayName: unknown, more = {}) => ({ displayName, ...more });
    const source = await open({
      getTrends: () =>
        ok({
          trends: [
            trend('#CityRun', { postCount: 12, startedAt: '2026-11-03T11:00:00.000Z' }),
            trend("Winter Games '26", { postCount: 900, startedAt: 'soon' }),
            trend('city run'),
            trend(' ?! '),
            trend('چناؤ ٢٠٢٦'),
          ],
        }),
    });

    const trends = await source.trending?.(null, NOW_MS);

    expect(trends?.slice(0, 2)).toEqual([
      {
        hashtag: 'cityrun',
        display: 'CityRun',
        posts: 12,
        accounts: null,
        startedMs: Date.parse('2026-11-03T11:00:00Z'),
      },
      {
        hashtag: 'wintergames26',
        display: 'WinterGames26',
        posts: null,
        accounts: null,
        startedMs: null,
      },
    ]);
    expect(trends?.map(({ display }) => display).slice(2)).toEqual(['چناؤ٢٠٢٦']);
  });
});
