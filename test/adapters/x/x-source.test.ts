import { afterEach, describe, expect, it } from 'vitest';
import { memorySpendStore } from '../../../functions/adapters/memory/spend-store.ts';
import { SourceError } from '../../../functions/model/errors.ts';
import { type HostileScript, startHostileServer } from '../net/hostile-server.ts';
import { anX } from './an-x.ts';
import { type FakeXOptions, startFakeX } from './fake-x.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const NOW_MS = Date.parse('2026-11-03T12:00:30.000Z');
const NOON_MS = Date.parse('2026-11-03T12:00:00.000Z');
const NOVEMBER = { credential: 'x:app', month: '2026-11' };

const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function fakeX(options: Partial<FakeXOptions> = {}) {
  const fake = await startFakeX({ startMs: NOW_MS, ...options });
  servers.push(fake);
  return fake;
}

async function scripted(answer: HostileScript['answer']) {
  const server = await startHostileServer({ clock: () => NOW_MS, ...(answer && { answer }) });
  servers.push(server);
  return server;
}

const says = (body: unknown, status = 200) => ({ kind: 'answer', status, body }) as const;
const spanOf = (minutes: number, nowMs = NOW_MS) => ({
  hashtag: 'cityrun',
  fromMs: NOON_MS - minutes * MINUTE_MS,
  toMs: NOON_MS,
  nowMs,
});

describe('counts of X', () => {
  const bucket = (minute: number, count: object, end = minute + 1) => ({
    start: new Date(NOON_MS + minute * MINUTE_MS).toISOString(),
    end: new Date(NOON_MS + end * MINUTE_MS).toISOString(),
    ...count,
  });

  it('are asked for by the minute, to the second, with the token', async () => {
    const server = await scripted(says({ meta: { total_post_count: 0 } }));
    await anX(server.host).counts(spanOf(5), 5 * MINUTE_MS);

    const [asked] = server.asked;
    expect(asked?.headers.authorization).toBe('Bearer fake-token');
    expect(asked?.url.pathname).toBe('/2/tweets/counts/recent');
    expect(Object.fromEntries(asked?.url.searchParams ?? [])).toEqual({
      query: '(#cityrun OR #CİTYRUN)',
      granularity: 'minute',
      start_time: '2026-11-03T11:55:00Z',
      end_time: '2026-11-03T12:00:00Z',
    });
  });

  it.each(['tweet_count', 'post_count'])('are read by the name of %s', async (name) => {
    const data = [bucket(-2, { [name]: 3 }), bucket(-1, { [name]: 4 })];
    const server = await scripted(says({ data, meta: {} }));

    expect(await anX(server.host).counts(spanOf(2), 2 * MINUTE_MS)).toEqual([
      { startMs: NOON_MS - 2 * MINUTE_MS, posts: 7 },
    ]);
  });

  it.each([
    ['a bucket', { data: [bucket(-1, { count: 3 })] }, /no post_count or tweet_count in data\[0]/],
    ['all', { meta: {} }, /neither meta\.total_post_count nor meta\.total_tweet_count/],
    ['a number', { data: [bucket(-1, { post_count: '3' })] }, /data\[0]\.post_count: .*number/],
    ['a bucket of its own', { data: [{ post_count: 3 }] }, /data\[0]\.start/],
  ])('that lack the number of %s fail, and the field is named', async (_, body, fault) => {
    const server = await scripted(says(body));
    const question = anX(server.host).counts(spanOf(1), MINUTE_MS);

    await expect(question).rejects.toThrow(fault);
    await expect(question).rejects.toMatchObject({ name: 'SourceError', retryable: false });
  });

  it('leave out a bucket of which a minute is missing or cut', async () => {
    const data = [
      bucket(-6, { post_count: 9 }, -5.5),
      ...[-5, -4, -3, -1].map((minute) => bucket(minute, { post_count: 1 })),
    ];
    const server = await scripted(says({ data }));

    expect(await anX(server.host).counts(spanOf(6), 2 * MINUTE_MS)).toEqual([
      { startMs: NOON_MS - 4 * MINUTE_MS, posts: 2 },
    ]);
  });

  it('are zeros where X lists no bucket and says that there was nothing', async () => {
    const server = await scripted(says({ meta: { total_post_count: 0 } }));
    const counts = await anX(server.host).counts(spanOf(10), 5 * MINUTE_MS);

    expect(counts.map(({ posts }) => posts)).toEqual([0, 0]);
  });

  it('are not asked for before X would answer', async () => {
    const server = await scripted(says({ meta: { total_post_count: 0 } }));
    const x = anX(server.host);

    expect(await x.counts(spanOf(5, NOON_MS + 14_999), 5 * MINUTE_MS)).toEqual([]);
    expect(server.asked).toEqual([]);
    expect(await x.counts(spanOf(5, NOON_MS + 15_000), 5 * MINUTE_MS)).toHaveLength(1);
  });

  it('of buckets that are not of whole minutes are refused', async () => {
    const x = anX((await scripted(undefined)).host);

    await expect(x.counts(spanOf(5), 90_000)).rejects.toThrow(/begin and end at whole ones/);
    await expect(x.counts({ ...spanOf(5), fromMs: NOON_MS - 1 }, MINUTE_MS)).rejects.toThrow(
      SourceError,
    );
  });

  it('of the past follow the pages, by the minute, over all seven days', async () => {
    const fake = await fakeX({ startMs: NOON_MS - 3 * DAY_MS });
    fake.post('#cityrun');
    fake.advance(3 * DAY_MS + 30_000);
    const fromMs = NOON_MS - 7 * DAY_MS;
    const x = anX(fake.host);
    const past = await x.past?.({ ...spanOf(0), fromMs }, 5 * MINUTE_MS);

    // The oldest bucket began seven days ago: X would refuse it, and the clocks may differ.
    expect(past?.counts).toHaveLength(2015);
    expect(past?.counts.filter(({ posts }) => posts > 0)).toEqual([
      { startMs: NOON_MS - 3 * DAY_MS, posts: 1 },
    ]);
    expect(past?.untilMs).toBe(NOON_MS);
    expect(fake.asked).toHaveLength(7);
  });

  it('of the past by the hour are one request', async () => {
    const fake = await fakeX();
    const x = anX(fake.host);
    const past = await x.past?.({ ...spanOf(0), fromMs: NOON_MS - 7 * DAY_MS }, 60 * MINUTE_MS);

    expect(past?.counts).toHaveLength(167);
    expect(fake.asked).toHaveLength(1);
    expect(fake.asked[0]).toContain('granularity=hour');
  });
});

describe('posts of X', () => {
  const createdMs = Date.parse('2026-11-03T11:58:25.123Z');
  const post = {
    id: String(((BigInt(createdMs) - 1288834974657n) << 22n) + 1n),
    text: 'Fast &amp; far #CityRun #Élan',
    author_id: '7',
    created_at: '2026-11-03T11:58:25.000Z',
    lang: 'in',
    entities: {
      hashtags: [
        { start: 0, end: 1, tag: 'CityRun' },
        { start: 0, end: 1, tag: 'Élan' },
      ],
    },
  };
  const user = {
    id: '7',
    name: 'A Name',
    username: 'a_name',
    created_at: '2019-03-02T14:21:07.000Z',
    location: 'Elsewhere',
    public_metrics: { followers_count: 12 },
  };
  const nowMs = NOON_MS;
  const span = { hashtag: 'cityrun', fromMs: createdMs - 1, toMs: nowMs, nowMs };

  async function read(body: unknown) {
    const server = await scripted(says(body));
    return (await anX(server.host).posts(span, 10)).posts;
  }

  it('are read whole, to the millisecond of their id', async () => {
    const meta = { result_count: 1 };

    expect(await read({ data: [post], includes: { users: [user] }, meta })).toEqual([
      {
        id: post.id,
        authorId: '7',
        createdMs,
        authorCreatedMs: Date.parse(user.created_at),
        repost: false,
        text: 'Fast & far #CityRun #Élan',
        hashtags: ['cityrun', 'élan'],
        language: 'id',
        followers: 12,
        authorNames: ['A Name', 'a_name'],
        authorPlace: 'Elsewhere',
      },
    ]);
  });

  it.each(['note_post', 'note_tweet'])('that are long are read from %s', async (note) => {
    const entities = { hashtags: [{ tag: 'AtTheEnd' }] };
    const [read_] = await read({
      data: [{ ...post, [note]: { text: 'All of it', entities } }],
      meta: { result_count: 1 },
    });

    expect(read_).toMatchObject({
      text: 'All of it',
      hashtags: ['cityrun', 'élan', 'attheend'],
    });
  });

  it('whose author X keeps back are read without one: partial errors are no failure', async () => {
    const errors = [
      {
        type: 'https://api.twitter.com/2/problems/resource-not-found',
        resource_type: 'user',
        resource_id: '7',
        value: '7',
        parameter: 'author_id',
        title: 'Not Found Error',
      },
    ];
    const [read_] = await read({ data: [post], errors, meta: { result_count: 1 } });

    expect(read_).toMatchObject({ authorId: '7', authorCreatedMs: null, followers: null });
    expect(read_).not.toHaveProperty('authorNames');
    expect(read_).not.toHaveProperty('authorPlace');
  });

  it.each([
    ['und', null],
    ['qme', null],
    ['zxx', null],
    ['iw', 'he'],
    ['ur', 'ur'],
    [undefined, null],
  ])('in the language %s are in %s', async (lang, language) => {
    const [read_] = await read({ data: [{ ...post, lang }], meta: { result_count: 1 } });

    expect(read_).toMatchObject({ language });
  });

  it('of which there is neither a list nor a number are a failure to be tried again', async () => {
    const question = read({ errors: [{ title: 'Service Unavailable' }] });

    await expect(question).rejects.toMatchObject({ name: 'SourceError', retryable: true });
  });

  it('that lack a field name it, and never show what was written', async () => {
    const { created_at, ...without } = post;
    const question = read({ data: [without], meta: { result_count: 1 } });

    await expect(question).rejects.toThrow(/data\[0]\.created_at/);
    await expect(question).rejects.not.toThrow(/Fast/);
    expect(created_at).toBeDefined();
  });

  it('of the last seconds are not asked for', async () => {
    const server = await scripted(says({ meta: { result_count: 0 } }));
    const recent = { ...span, fromMs: nowMs - 15_000 };

    expect(await anX(server.host).posts(recent, 10)).toEqual({ posts: [], fromMs: recent.fromMs });
    expect(server.asked).toEqual([]);
  });

  it('are read up to what one question may cost', async () => {
    const fake = await fakeX();
    for (let n = 0; n < 250; n += 1) {
      fake.advance(100);
      fake.post('#cityrun', String(n));
    }
    fake.advance(MINUTE_MS);
    const nowMs = fake.nowMs();
    const reading = await anX(fake.host).posts({ ...spanOf(5), toMs: nowMs, nowMs }, 5_000);

    expect(reading.posts).toHaveLength(100);
    expect(reading.fromMs).toBe((reading.posts[0]?.createdMs ?? 0) + 1);
    expect(fake.asked).toHaveLength(1);
  });

  it('are asked for by the old names, once and for all, where X does not know the new', async () => {
    const fake = await fakeX({ naming: 'tweet' });
    const x = anX(fake.host);
    await x.posts(spanOf(5), 10);
    await x.posts(spanOf(5), 10);

    const names = fake.asked.map((path) => /(post|tweet)\.fields/.exec(path)?.[1]);
    expect(names).toEqual(['post', 'tweet', 'tweet']);
  });
});

describe('posts of X that are looked for', () => {
  const ids = ['101', '102', '103', '104'];
  const asked = ids.map((id) => ({ id, createdMs: NOW_MS }));
  const problem = (id: string, type: string) => ({
    value: id,
    resource_id: id,
    resource_type: 'tweet',
    parameter: 'ids',
    title: 'An error',
    type: `https://api.twitter.com/2/problems/${type}`,
  });

  it('are gone where X does not find them; protected ones stand', async () => {
    const server = await scripted(
      says({
        data: [{ id: '101', text: 'stands' }],
        errors: [
          problem('102', 'resource-not-found'),
          problem('103', 'not-authorized-for-resource'),
        ],
      }),
    );

    expect(await anX(server.host).missing(asked, 'cityrun', NOW_MS)).toEqual(new Set(['102']));
  });

  it('are never gone for an error of something else', async () => {
    const server = await scripted(
      says({ errors: [problem('999', 'resource-not-found'), { title: 'Trouble' }] }),
    );

    expect(await anX(server.host).missing(asked, 'cityrun', NOW_MS)).toEqual(new Set());
  });

  it('are asked for by the hundred, another part each minute where they are many', async () => {
    const server = await scripted(says({}));
    const many = Array.from({ length: 450 }, (_, n) => ({ id: String(n + 1), createdMs: NOW_MS }));
    const x = anX(server.host, { mostLookups: 150 });
    for (let minute = 0; minute < 3; minute += 1)
      await x.missing(many, 'cityrun', NOW_MS + minute * MINUTE_MS);

    const lists = server.asked.map(({ url }) => url.searchParams.get('ids')?.split(',') ?? []);
    expect(lists.map(({ length }) => length)).toEqual([100, 50, 100, 50, 100, 50]);
    expect(new Set(lists.flat()).size).toBe(450);
  });

  it('are not asked for by what is no id of X', async () => {
    const server = await scripted(says({}));
    await anX(server.host).missing([{ id: '1,2', createdMs: 0 }], 'cityrun', NOW_MS);

    expect(server.asked).toEqual([]);
  });
});

describe('trends of X', () => {
  it('are the hashtags of a place, in their order, each once', async () => {
    const data = [
      { trend_name: 'A phrase', tweet_count: 5 },
      { trend_name: '#CityRun', tweet_count: 1200 },
      { trend_name: '#ایران', post_count: 900 },
      { trend_name: '#cityrun' },
      { trend_name: '#Unknown', tweet_count: null },
    ];
    const server = await scripted(says({ data }));
    const trends = await anX(server.host).trending?.('23424922', NOW_MS);

    expect(server.asked[0]?.path).toBe('/2/trends/by/woeid/23424922?max_trends=20');
    expect(trends?.map(({ display, posts }) => [display, posts])).toEqual([
      ['CityRun', 1200],
      ['ایران', 900],
      ['Unknown', null],
    ]);
    expect(trends?.[0]).toMatchObject({ hashtag: 'cityrun', accounts: null, startedMs: null });
  });

  it('are those of the world where no place is named', async () => {
    const server = await scripted(says({ data: [] }));

    expect(await anX(server.host).trending?.(null, NOW_MS)).toEqual([]);
    expect(server.asked[0]?.url.pathname).toBe('/2/trends/by/woeid/1');
  });

  it('are bought once an hour for each place, and again after a failure', async () => {
    let fails = true;
    const server = await scripted(() =>
      fails ? says({}, 403) : says({ data: [{ trend_name: '#cityrun' }] }),
    );
    const x = anX(server.host);
    await expect(x.trending?.('1', NOW_MS)).rejects.toThrow(SourceError);
    fails = false;
    const lists = [];
    for (const minutes of [1, 6, 60, 61, 62])
      lists.push(await x.trending?.('1', NOW_MS + minutes * MINUTE_MS));
    await x.trending?.('23424922', NOW_MS + 62 * MINUTE_MS);

    expect(lists.map((list) => list?.length)).toEqual([1, 1, 1, 1, 1]);
    expect(server.asked).toHaveLength(4);
  });

  it('of a place that is no number are refused', async () => {
    const { host } = await scripted(says({ data: [] }));
    const question = anX(host).trending?.('karachi', NOW_MS);

    await expect(question).rejects.toThrow('x names a place by its WOEID: a number is required');
  });
});

describe('what X costs', () => {
  it('is never counted less than X charges, nor more where one process asks', async () => {
    const fake = await fakeX();
    const spent = memorySpendStore();
    const x = anX(fake.host, { spent, mostPosts: 1_000 });
    for (let n = 0; n < 30; n += 1) {
      fake.advance(500);
      fake.post('#cityrun', `${n}`);
    }
    for (let minute = 0; minute < 4; minute += 1) {
      fake.advance(MINUTE_MS);
      const nowMs = fake.nowMs();
      const span = { ...spanOf(10), toMs: nowMs, nowMs };
      const { posts } = await x.posts(span, 1_000);
      await x.missing(posts, 'cityrun', nowMs);
      await x.counts({ ...span, toMs: NOON_MS + minute * MINUTE_MS }, MINUTE_MS);
    }
    await x.trending?.(null, fake.nowMs());

    expect(fake.bill.total()).toBe(30 * 15_000 + 4 * 5_000 + 2 * 10_000);
    expect(await spent.spent(NOVEMBER)).toBe(fake.bill.total());
  });

  it('is counted again on another day', async () => {
    const fake = await fakeX();
    const spent = memorySpendStore();
    const x = anX(fake.host, { spent });
    const seen = [{ id: fake.post('#cityrun'), createdMs: NOW_MS }];
    for (const days of [0, 0, 1]) {
      fake.advance(days * DAY_MS);
      await x.missing(seen, 'cityrun', fake.nowMs());
    }

    expect(await spent.spent(NOVEMBER)).toBe(10_000);
    expect(fake.bill.total()).toBe(10_000);
  });

  it('stops at the budget, before X is asked', async () => {
    const fake = await fakeX();
    const x = anX(fake.host, { monthlyBudgetUsd: 0.011 });
    const count = () => x.counts(spanOf(5), 5 * MINUTE_MS);
    await count();
    await count();
    const third = count();

    await expect(third).rejects.toThrow(/0\.01 of this month's budget of 0\.011 US dollars/);
    await expect(third).rejects.toMatchObject({
      retryable: false,
      retryAtMs: Date.parse('2026-12-01T00:00:00Z'),
    });
    expect(fake.asked).toHaveLength(2);
  });

  it('holds one budget for several processes', async () => {
    const fake = await fakeX();
    const spent = memorySpendStore();
    const pollers = Array.from({ length: 10 }, () =>
      anX(fake.host, { spent, monthlyBudgetUsd: 0.1 }),
    );
    const asked = pollers.flatMap((x) =>
      Array.from({ length: 5 }, () => x.counts(spanOf(5), 5 * MINUTE_MS).catch(() => 'refused')),
    );
    const answers = await Promise.all(asked);

    expect(answers.filter((answer) => answer === 'refused')).toHaveLength(30);
    expect(fake.bill.total()).toBe(100_000);
  });
});

describe('a refusal of X', () => {
  it.each`
    status | title                 | says
    ${400} | ${'Invalid Request'}  | ${'x does not understand the question: Invalid Request'}
    ${401} | ${'Unauthorized'}     | ${'x does not accept the bearer token: Unauthorized'}
    ${402} | ${'CreditsDepleted'}  | ${"x says that the app's credits are used up: CreditsDepleted"}
    ${403} | ${'Client Forbidden'} | ${'x does not allow the app to ask this: Client Forbidden'}
    ${418} | ${undefined}          | ${'x refused the question with status 418'}
  `(
    'with status $status says what it means, and costs nothing',
    async ({ status, title, says: words }) => {
      const server = await scripted(says({ title, detail: 'x' }, status));
      const spent = memorySpendStore();
      const question = anX(server.host, { spent }).counts(spanOf(5), 5 * MINUTE_MS);

      await expect(question).rejects.toMatchObject({ message: words, retryable: false });
      expect(await spent.spent(NOVEMBER)).toBe(0);
      expect(server.asked).toHaveLength(1);
    },
  );
});
