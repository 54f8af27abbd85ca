import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openPostFiles,
  type PostFileOptions,
} from '../../../functions/adapters/files/open-post-files.ts';
import { BadLineError } from '../../../functions/adapters/replay/bad-line-error.ts';
import { PostFileError } from '../../../functions/adapters/replay/post-file-error.ts';
import type { ReadPost } from '../../../functions/adapters/replay/read-posts.ts';
import type { SourcePost } from '../../../functions/model/post.ts';
import { WRITERS } from '../../support/post-formats.ts';
import { aPostLine, jsonLines } from '../../support/post-lines.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turfwatch-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function readAll(paths: readonly string[], options: PostFileOptions = {}) {
  const posts: ReadPost[] = [];
  for await (const post of await openPostFiles(paths, options)) posts.push(post);
  return posts;
}

async function readBytes(bytes: Uint8Array | string, options: PostFileOptions = {}, size = 65_536) {
  return await readAll(['-'], { ...options, standardInput: chunksOf(Buffer.from(bytes), size) });
}

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const readJson = (value: unknown, options: PostFileOptions = {}) =>
  readBytes(JSON.stringify(value), options);

async function faultOf(reading: Promise<unknown>): Promise<BadLineError | PostFileError> {
  const error = await reading.catch((reason: unknown) => reason);
  if (error instanceof BadLineError || error instanceof PostFileError) return error;
  throw new Error(`expected a fault of the input, found ${String(error)}`);
}

const TWEET = {
  id: '1050118621198921728',
  text: 'make room #Élan',
  author_id: '6253282',
  created_at: '2018-10-10T20:19:24.000Z',
};
const USER = { id: '6253282', created_at: '2007-05-23T06:01:13.000Z', username: 'quiet_one' };
const PAGE = { data: [TWEET], includes: { users: [USER] }, meta: { result_count: 1 } };

const X_EPOCH_MS = 1_288_834_974_657;

/** An id of X that names this millisecond. */
const snowflake = (ms: number, sequence: number) =>
  ((BigInt(ms - X_EPOCH_MS) << 22n) | BigInt(sequence)).toString();

const anyWord = fc.constantFrom(
  'boats',
  'قلعہ',
  'नदी',
  'ığdır',
  'a "quoted" word',
  'x<y',
  'one & two',
  '🔥',
  'semi;colon',
  'tab\tbed',
  "it's",
);
const anyHashtag = fc.constantFrom('harbour', 'élan', 'پاکستان', 'क्षेत्र', 'ığdır', '🔥');

const anySourcePost: fc.Arbitrary<SourcePost> = fc
  .record({
    createdMs: fc.integer({ min: Date.UTC(2011, 0, 1), max: Date.UTC(2026, 0, 1) }),
    authorId: fc.bigInt(1n, 2n ** 63n).map(String),
    authorCreatedMs: fc.option(
      fc.integer({ min: 15_000, max: 19_000 }).map((day) => day * 86_400_000),
    ),
    repost: fc.boolean(),
    text: fc.array(anyWord, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
    hashtags: fc.uniqueArray(anyHashtag, { maxLength: 4 }),
    language: fc.option(fc.constantFrom('en', 'ur', 'zh-Hant')),
    followers: fc.option(fc.nat(1_000_000)),
  })
  .map((post) => ({ id: '', ...post }));

/** Posts with ids of their own, and an author who has but one date and number of followers. */
const anyPosts = fc.array(anySourcePost, { minLength: 1, maxLength: 12 }).map((posts) => {
  const byAuthor = new Map(posts.map((post) => [post.authorId, post]));
  return posts.map((post, n) => {
    const { authorCreatedMs, followers } = byAuthor.get(post.authorId) ?? post;
    return { ...post, id: snowflake(post.createdMs, n), authorCreatedMs, followers };
  });
});

describe('any posts', () => {
  it.each(Object.entries(WRITERS))('come back as they went in: %s', async (name, write) => {
    await fc.assert(
      fc.asyncProperty(anyPosts, fc.integer({ min: 1, max: 5000 }), async (posts, size) => {
        // A page of searchPosts holds no reposts; those stand in feeds only.
        const written = name.startsWith('bluesky')
          ? posts.map((post) => ({ ...post, repost: false }))
          : posts;
        const file = join(folder, 'any');
        await writeFile(file, write(written));

        const read =
          name === 'parquet' ? await readAll([file]) : await readBytes(write(written), {}, size);

        expect(read.map(({ post }) => withoutPlace(post))).toEqual(written.map(withoutTabs(name)));
      }),
      { numRuns: 40 },
    );
  });
});

const withoutPlace = ({ authorPlace: _, authorNames: __, ...post }: SourcePost) => post;

/** HTML knows one space only. */
const withoutTabs = (name: string) => (post: SourcePost) =>
  name.startsWith('mastodon') ? { ...post, text: post.text?.replaceAll('\t', ' ') ?? null } : post;

describe('our own lines', () => {
  const lines = [aPostLine(), aPostLine({ id: 'p2', author: 'a2' })];

  it('are read as ever, also from a list, and packed', async () => {
    const asLines = await readBytes(jsonLines(lines));

    expect(asLines.map(({ post }) => post.id)).toEqual(['p1', 'p2']);
    expect((await readJson(lines)).map(({ post }) => post)).toEqual(
      asLines.map(({ post }) => post),
    );
    for (const pack of [gzipSync, zstdCompressSync]) {
      expect(await readBytes(pack(jsonLines(lines)))).toEqual(asLines);
    }
  });

  it('are told their faults as ours, though a field be missing', async () => {
    const { createdAt: _, ...line } = aPostLine();

    const error = await faultOf(readBytes(jsonLines([line])));

    expect(error.message).toMatch(/^-:1: createdAt: expected an ISO 8601 time/);
  });

  it('are none in an empty input', async () => {
    expect(await readBytes('')).toEqual([]);
  });
});

describe('X API v2', () => {
  it('joins the author of a page, and reads the millisecond from an id that agrees', async () => {
    const [read] = await readJson({
      ...PAGE,
      includes: {
        users: [
          { ...USER, name: 'Quiet', location: 'Hafen', public_metrics: { followers_count: 7 } },
        ],
      },
    });

    expect(read).toEqual({
      file: '-',
      line: 1,
      source: 'x',
      post: {
        id: TWEET.id,
        authorId: '6253282',
        createdMs: Date.UTC(2018, 9, 10, 20, 19, 24, 211),
        authorCreatedMs: Date.UTC(2007, 4, 23, 6, 1, 13),
        repost: false,
        text: 'make room #Élan',
        hashtags: ['élan'],
        language: null,
        followers: 7,
        authorNames: ['Quiet', 'quiet_one'],
        authorPlace: 'Hafen',
      },
    });
  });

  it('keeps a stamp that the id does not agree with', async () => {
    const [read] = await readJson({ data: { ...TWEET, created_at: '2018-10-10T20:19:23.000Z' } });

    expect(read?.post.createdMs).toBe(Date.UTC(2018, 9, 10, 20, 19, 23));
  });

  it.each([
    ['retweeted', true],
    ['quoted', false],
    ['replied_to', false],
  ])('takes %s for a repost: %s, in both namings', async (type, repost) => {
    const reference = [{ type, id: '12' }];
    const pages = [
      { data: [{ ...TWEET, referenced_tweets: reference }] },
      { data: [{ ...TWEET, referenced_posts: reference }] },
    ];

    expect((await readJson(pages)).map(({ post }) => post.repost)).toEqual([repost, repost]);
  });

  it('finds the hashtags that a cut repost has lost in its original', async () => {
    const data = [
      { ...TWEET, text: 'RT @a: …', referenced_tweets: [{ type: 'retweeted', id: '12' }] },
    ];
    const original = { id: '12', entities: { hashtags: [{ tag: 'Whole' }] } };

    for (const name of ['tweets', 'posts']) {
      const [read] = await readJson({ data, includes: { [name]: [original] } });
      expect(read?.post.hashtags).toEqual(['whole']);
    }
  });

  it('keeps every digit of an id that stands as a number', async () => {
    const line = JSON.stringify(TWEET).replace(/"(\d+)"/g, '$1');

    const [read] = await readBytes(`{"data":[${line}]}`);

    expect(read?.post.id).toBe('1050118621198921728');
  });

  it('passes over errors beside data, and pages of nothing else', async () => {
    const errors = [{ title: 'Not Found Error', detail: 'gone' }];

    expect(await readJson({ ...PAGE, errors })).toHaveLength(1);
    expect(
      await readBytes(jsonLines([{ errors }, { meta: { result_count: 0 } }, PAGE])),
    ).toHaveLength(1);
  });

  it('tells a bad post of a page by its place in it, and skips it alone', async () => {
    const page = { ...PAGE, data: [TWEET, { ...TWEET, text: 12, author_id: 'secret' }] };

    const error = await faultOf(readJson(page));
    const bad: string[] = [];
    const read = await readJson(page, { onBadLine: ({ message }) => bad.push(message) });

    expect(error.message).toBe('-:1: data[1].text: expected a text, found a number');
    expect([read.length, bad]).toEqual([1, [error.message]]);
  });
});

describe('X API v1.1', () => {
  it('reads a stream, with long texts and reposts', async () => {
    const status = {
      id: 1,
      id_str: '1050118621198921728',
      created_at: 'Wed Oct 10 20:19:24 +0000 2018',
      text: 'cut…',
      extended_tweet: { full_text: 'not cut #end', entities: { hashtags: [{ text: 'End' }] } },
      user: {
        id_str: '9',
        created_at: 'Sat Mar 03 08:00:00 +0000 2012',
        screen_name: 'nine',
        location: '',
        followers_count: 3,
      },
    };
    const again = {
      ...status,
      id_str: '1050118621198921729',
      retweeted_status: { full_text: 'a #b' },
    };

    const read = await readBytes(jsonLines([status, again]));

    expect(read[0]?.post).toMatchObject({
      id: '1050118621198921728',
      createdMs: Date.UTC(2018, 9, 10, 20, 19, 24, 211),
      authorCreatedMs: Date.UTC(2012, 2, 3, 8),
      text: 'not cut #end',
      hashtags: ['end'],
      repost: false,
      authorNames: ['nine'],
      authorPlace: null,
    });
    expect(read[1]?.post.repost).toBe(true);
    expect(await readJson({ statuses: [status], search_metadata: {} })).toHaveLength(1);
  });
});

describe('Mastodon', () => {
  const status = {
    id: '7',
    uri: 'https://a.example/users/ann/statuses/7',
    created_at: '2026-03-02T18:00:00.123Z',
    content: '<p>See <a href="https://l.example/long">l.example/…</a><br>&amp; more</p>',
    tags: [{ name: 'Élan' }],
    reblog: null,
    language: 'fr',
    account: {
      acct: 'ann',
      url: 'https://a.example/@ann',
      uri: 'https://a.example/users/ann',
      display_name: 'Ann',
      created_at: '2022-11-05T00:00:00.000Z',
      followers_count: -1,
    },
  };

  it('reads text from HTML, and knows accounts and posts across servers', async () => {
    const [read] = await readJson(status);

    expect(read).toMatchObject({
      source: 'mastodon',
      post: {
        id: 'https://a.example/users/ann/statuses/7',
        authorId: 'https://a.example/users/ann',
        text: 'See https://l.example/long\n& more',
        hashtags: ['élan'],
        followers: null,
        authorCreatedMs: Date.UTC(2022, 10, 5),
        authorNames: ['Ann', 'ann'],
      },
    });
    const elsewhere = {
      ...status,
      uri: 'https://b.example/7',
      account: { ...status.account, uri: 'https://b.example/users/ann' },
    };
    const both = await readJson([status, elsewhere]);
    expect(new Set(both.map(({ post }) => post.authorId)).size).toBe(2);
    expect(new Set(both.map(({ post }) => post.id)).size).toBe(2);
  });

  it('takes a boost for a repost, with text and hashtags of what it repeats', async () => {
    const [read] = await readJson({
      ...status,
      content: '',
      tags: [],
      reblog: { content: '<p>once more</p>', tags: [{ name: 'again' }] },
    });

    expect(read?.post).toMatchObject({ repost: true, text: 'once more', hashtags: ['again'] });
  });
});

describe('Bluesky', () => {
  const author = { did: 'did:plc:a', handle: 'a.example', createdAt: '2023-05-01T10:00:00Z' };
  const view = {
    uri: 'at://did:plc:a/app.bsky.feed.post/1',
    author,
    record: {
      text: 'out at sea #wave',
      createdAt: '2026-03-02T18:00:00.123Z',
      langs: ['en'],
      facets: [{ features: [{ $type: 'app.bsky.richtext.facet#tag', tag: 'Wave' }] }],
    },
  };

  it('reads pages of posts, and says that dates are self-declared', async () => {
    const remarks: string[] = [];

    const read = await readJson(
      { posts: [view, view] },
      { onRemark: (remark) => remarks.push(remark) },
    );

    expect(read[0]).toMatchObject({
      source: 'bluesky',
      post: { authorId: 'did:plc:a', hashtags: ['wave'], language: 'en', repost: false },
    });
    expect(remarks).toEqual([expect.stringMatching(/^bluesky: .* what their authors declare/)]);
  });

  it('takes a repost in a feed for an act of whoever reposts, at that time', async () => {
    const by = { ...author, did: 'did:plc:b' };
    const reason = {
      $type: 'app.bsky.feed.defs#reasonRepost',
      by,
      indexedAt: '2026-03-02T19:00:00Z',
    };

    const [read] = await readJson({ feed: [{ post: view, reason }] });

    expect(read?.post).toMatchObject({
      authorId: 'did:plc:b',
      repost: true,
      createdMs: Date.UTC(2026, 2, 2, 19),
    });
    expect(read?.post.id).not.toBe(view.uri);
  });
});

describe('a table', () => {
  const csv = (header: string, ...rows: string[]) => [header, ...rows, ''].join('\n');

  it.each([
    [
      'rtweet',
      csv(
        '"user_id","status_id","created_at","screen_name","text","source","is_retweet","hashtags","lang","account_created_at","followers_count"',
        '"x12","x1050118621198921728","2018-10-10 20:19:24","ann","so #a","Web","FALSE","c(""a"", ""b"")","en","2012-03-03 08:00:00","5"',
      ),
      { hashtags: ['a', 'b'], authorId: 'x12', authorNames: ['ann'], followers: 5 },
    ],
    [
      'TAGS',
      csv(
        'id_str,from_user,text,created_at,time,user_lang,from_user_id_str,user_followers_count,user_location',
        '1050118621198921728,ann,RT @b: so #a #b,Wed Oct 10 20:19:24 +0000 2018,10/10/2018 21:19:24,en,12,5,Hafen',
      ),
      { hashtags: ['a', 'b'], authorId: '12', repost: true, authorPlace: 'Hafen' },
    ],
    [
      'twarc',
      csv(
        'id,referenced_tweets.retweeted.id,author_id,created_at,text,lang,source,entities.hashtags,author.id,author.created_at,author.username,author.public_metrics.followers_count',
        '1050118621198921728,1050118621198921700,12,2018-10-10T20:19:24.000Z,RT so,en,Web,"[{""start"":1,""tag"":""a""},{""tag"":""b""}]",12,2012-03-03T08:00:00.000Z,ann,5',
      ),
      { hashtags: ['a', 'b'], authorId: '12', repost: true, followers: 5 },
    ],
    [
      '4CAT',
      csv(
        'id,thread_id,timestamp,unix_timestamp,subject,body,author,author_fullname,author_id,author_followers,source,language_guess,is_retweet,hashtags',
        '1050118621198921728,1,2018-10-10 20:19:24,1539202764,,so,ann,Ann,12,5,Web,en,no,"a,b"',
      ),
      { hashtags: ['a', 'b'], text: 'so', authorNames: ['Ann'] },
    ],
    [
      'Brandwatch, with lines above its header',
      csv(
        'Report:,Bulk Mentions Download',
        'From:,2018-10-10',
        '',
        'Query Name,Date,Full Text,Url,Thread Entry Type,Author,Hashtags,Twitter Author ID,Resource Id',
        'q,2018-10-10 20:19:24.0,so,https://x.example/1,retweet,ann,"#a, #b",12,1050118621198921728',
      ),
      { hashtags: ['a', 'b'], repost: true, text: 'so' },
    ],
    [
      'Python lists, semicolons and epoch seconds',
      "\ufeffTweet ID;User ID;Unix Timestamp;Body;Hashtags\r\n1050118621198921728;12;1539202764;so;\"['a', 'b']\"\r\n",
      { hashtags: ['a', 'b'], text: 'so' },
    ],
  ])('%s is read by the names of its columns', async (_, text, expected) => {
    const read = await readBytes(text);

    expect(read).toHaveLength(1);
    expect(read[0]?.source).toBe('x');
    expect(read[0]?.post).toMatchObject({
      id: expect.stringMatching(/^x?1050118621198921728$/),
      createdMs: Date.UTC(2018, 9, 10, 20, 19, 24, 211),
      ...expected,
    });
  });

  it('is read as it is mapped', async () => {
    const text = csv('nr,who,when,what,net', '1,ann,1539202764123,so #a,tiktok');
    const map = { id: 'nr', author: 'who', createdAt: 'when', text: 'what', source: 'net' };

    const [read] = await readBytes(text, { map });

    expect(read).toMatchObject({
      source: 'tiktok',
      line: 2,
      post: { id: '1', authorId: 'ann', createdMs: 1_539_202_764_123, hashtags: ['a'] },
    });
  });

  it.each([
    [
      csv('nr,user,text', '1,ann,so'),
      {},
      '-: a table of posts requires columns for id, createdAt: it has "nr", "user", "text"; say which with --map id=COLUMN,createdAt=COLUMN',
    ],
    [csv('id,user,date', '1,ann,so'), {}, 'text or hashtags'],
    [
      csv('id,user,text', '1,ann,so'),
      { createdAt: 'when' },
      'there is no column "when": it has "id", "user", "text"',
    ],
    [csv('1,secret words here and there,2018-10-10', '2,x,y'), {}, 'found 3 cells that name none'],
  ])('that lacks columns says which, what there is, and how to map', async (text, map, message) => {
    const error = await faultOf(readBytes(text, { map }));

    expect(error).toBeInstanceOf(PostFileError);
    expect(error.message).toContain(message);
    expect(error.message).not.toContain('secret');
  });

  it.each([
    ['1.05012E+18,ann,2018-10-10 20:19:24,so', 'id: expected an id with all its digits'],
    ['1,,2018-10-10 20:19:24,so', 'author (column "user"): expected an id'],
    ['1,ann,2018-10-10,so', 'createdAt (column "date"): expected a time such as'],
    ['1,ann,10/11/2018 20:19,so', 'createdAt (column "date"): expected a time such as'],
    ['1,ann,hush and so,so', 'found a text of 11 characters'],
    ['1,ann,2018-02-31 20:19:24,so', 'found "2018-02-31 20:19:24"'],
    ['1,ann,2018-10-10 20:19:24', 'line: expected 4 columns, as the header has, found 3'],
  ])('tells a bad row: %s', async (row, message) => {
    const good = '2,ann,2018-10-10 20:19:24,"two\nlines"';
    const text = csv('id,user,date,text', good, row, good.replace('2', '3'));

    const error = await faultOf(readBytes(text));
    const faults: string[] = [];
    const read = await readBytes(text, { onBadLine: (bad) => faults.push(bad.message) });

    expect(error.message).toMatch(/^-:4: /);
    expect(error.message).toContain(message);
    expect(error.message).not.toMatch(/ann|hush/);
    expect([read.length, faults]).toEqual([2, [error.message]]);
  });

  it('does not let a stray quote swallow the file', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, n) => `${n},ann,2018-10-10 20:19:24,some words that are here`,
    );
    const text = csv(
      'id,user,date,text',
      ...rows.slice(0, 5),
      '5,ann,2018-10-10 20:19:24,"open',
      ...rows.slice(6),
    );
    const faults: string[] = [];

    const read = await readBytes(text, { onBadLine: (bad) => faults.push(bad.message) });

    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join()).toMatch(/quote/);
    expect(read.length).toBeGreaterThanOrEqual(5);
  });

  it('says once that times without a zone were taken as UTC', async () => {
    const remarks: string[] = [];
    const row = '1,ann,2018-10-10 20:19:24,so';

    await readBytes(csv('id,user,date,text', row, row), {
      onRemark: (remark) => remarks.push(remark),
    });

    expect(remarks).toEqual(['times without a zone were taken as UTC']);
  });

  it('may stand as an object a line, whose keys are its columns', async () => {
    const rows = jsonLines([
      { tweet_id: 1, user: 'ann', date: '2018-10-10 20:19:24', tweet: 'so #a' },
    ]);

    const [read] = await readBytes(rows);
    const [mapped] = await readBytes(rows.replace('"tweet"', '"words"'), {
      map: { text: 'words' },
    });

    expect(read?.post).toMatchObject({ id: '1', authorId: 'ann', hashtags: ['a'] });
    expect(mapped?.post).toEqual(read?.post);
    expect((await faultOf(readBytes('{"a":1}\n'))).message).toContain('it has "a"');
  });
});

describe('any input', () => {
  it('is counted to the network that the user names', async () => {
    const read = await readBytes(jsonLines([aPostLine()]), { source: 'elsewhere' });

    expect(read.map(({ source }) => source)).toEqual(['elsewhere']);
  });

  it.each([
    [{ posts: [], cursor: '1' }, { posts: [] }],
    [{ statuses: [] }, { statuses: [], accounts: [] }],
    [{ data: [], meta: { result_count: 0 } }, PAGE],
  ])('may begin with a page that holds nothing: %j', async (empty, next) => {
    const expected = next === PAGE ? 1 : 0;

    expect(await readBytes(jsonLines([empty, next]))).toHaveLength(expected);
    expect(await readJson([empty, next])).toHaveLength(expected);
  });

  it('can be said to be what it does not look like', async () => {
    const text = 'id,author,date,text\n';

    expect(await readBytes(text, { format: 'csv' })).toEqual([]);
    expect((await faultOf(readBytes(text, { format: 'jsonl' }))).message).toMatch(
      /^-:1: line: expected one JSON/,
    );
  });

  it.each([
    [Buffer.from('PK\u0003\u0004rest'), 'a zip or a spreadsheet requires unpacking'],
    [Buffer.from('\ufeffid,user', 'utf16le'), 'requires UTF-8'],
    [Buffer.from('BZh91AY'), 'bzip2 requires unpacking'],
    [
      Buffer.from('[{"data": [{"id": "1", "te'),
      '-:1: line: expected one JSON value, found an end in the middle of it',
    ],
    [Buffer.from('PAR1 but not more'), 'parquet requires a file'],
  ])('that cannot be posts says why: %s', async (bytes, message) => {
    expect((await faultOf(readBytes(bytes))).message).toContain(message);
  });

  it('of which one line is broken loses no other', async () => {
    const bad: string[] = [];
    const text = `${JSON.stringify(PAGE)}\n{"data": [{"id": "secret\n${JSON.stringify(PAGE)}\n`;

    const read = await readBytes(text, { onBadLine: ({ message }) => bad.push(message) });

    expect(read.map(({ line }) => line)).toEqual([1, 3]);
    expect(bad).toEqual([
      '-:2: line: expected one JSON value, found 24 characters that are not JSON',
    ]);
  });

  it('may be a folder, whose files each have a form of their own; what is no posts is passed over', async () => {
    const inside = await mkdtemp(join(folder, 'mixed-'));
    await writeFile(join(inside, 'a.jsonl.gz'), gzipSync(jsonLines([aPostLine()])));
    await writeFile(join(inside, 'b.json'), JSON.stringify(PAGE, null, 2));
    await writeFile(join(inside, 'c.csv'), 'id,user,date,text\n1,ann,2018-10-10T20:19:24Z,so\n');
    await writeFile(join(inside, 'manifest.json'), '{"sets": [1, 2]}');
    await writeFile(join(inside, 'volume.csv'), 'timestamp,value\n2015-02-26 21:42:53,104\n');
    await writeFile(join(inside, 'notes.txt'), 'none');
    const remarks: string[] = [];

    const read = await readAll([inside], { onRemark: (remark) => remarks.push(remark) });

    expect(read.map(({ source, file }) => [source, file.slice(inside.length + 1)])).toEqual([
      ['x', 'a.jsonl.gz'],
      ['x', 'b.json'],
      ['file', 'c.csv'],
    ]);
    expect(remarks).toHaveLength(2);
  });
});
