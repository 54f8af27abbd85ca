import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BadLineError } from '../../../functions/adapters/replay/bad-line-error.ts';
import { PostFileError } from '../../../functions/adapters/replay/post-file-error.ts';
import {
  type ReadOptions,
  type ReadPost,
  readPosts,
} from '../../../functions/adapters/replay/read-posts.ts';
import { aPostLine, jsonLines } from '../../support/post-lines.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turfwatch-read-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function readAll(paths: readonly string[], options: ReadOptions = {}): Promise<ReadPost[]> {
  const posts: ReadPost[] = [];
  for await (const post of readPosts(paths, options)) posts.push(post);
  return posts;
}

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const readText = (text: string | Uint8Array, options: ReadOptions = {}, size = 65_536) =>
  readAll(['-'], { ...options, standardInput: chunksOf(Buffer.from(text), size) });

async function faultOf(text: string): Promise<BadLineError> {
  const error = await readText(text).catch((reason: unknown) => reason);
  if (!(error instanceof BadLineError)) throw new Error(`no bad line, but ${String(error)}`);
  return error;
}

const idsOf = (posts: readonly ReadPost[]) => posts.map(({ post }) => post.id);

describe('a good line', () => {
  it('becomes a post, with its place', async () => {
    const line = aPostLine({
      hashtags: ['#Harvest', 'HARVEST', 'Élan'],
      deletedAt: '2026-03-02T20:00:52+02:00',
      language: 'en',
      followers: 12,
    });

    expect(await readText(jsonLines([line]))).toEqual([
      {
        file: '-',
        line: 1,
        source: 'x',
        post: {
          id: 'p1',
          authorId: 'a1',
          createdMs: Date.UTC(2026, 2, 2, 18),
          authorCreatedMs: Date.UTC(2019, 4, 1, 12),
          repost: false,
          text: line.text,
          hashtags: ['harvest', 'élan'],
          language: 'en',
          followers: 12,
          deletedMs: Date.UTC(2026, 2, 2, 18, 0, 52),
        },
      },
    ]);
  });

  it('may say what the account says of itself', async () => {
    const [read] = await readText(
      jsonLines([aPostLine({ authorName: 'Ada', authorPlace: 'Lahore', authorHandle: null })]),
    );

    expect(read?.post).toMatchObject({ authorNames: ['Ada', ''], authorPlace: 'Lahore' });
  });

  it('may know neither text nor account date, and carry no hashtag', async () => {
    const [read] = await readText(
      jsonLines([aPostLine({ text: null, authorCreatedAt: null, hashtags: [] })]),
    );

    expect(read?.post).toMatchObject({ text: null, authorCreatedMs: null, hashtags: [] });
    expect(read?.post).not.toHaveProperty('deletedMs');
  });

  it('may give an account date that was cut to the day', async () => {
    const [read] = await readText(jsonLines([aPostLine({ authorCreatedAt: '2019-05-01' })]));

    expect(read?.post.authorCreatedMs).toBe(Date.UTC(2019, 4, 1));
  });
});

describe('a bad line', () => {
  it.each<[string, unknown, string, RegExp]>([
    ['id', 12, 'id', /a string that is not empty, found 12$/],
    ['id', '', 'id', /found an empty string$/],
    ['source', undefined, 'source', /found nothing$/],
    ['hashtags', 'harvest', 'hashtags', /a list of hashtags.*found "harvest"$/],
    ['hashtags', ['ok', 7], 'hashtags[1]', /found 7$/],
    ['hashtags', ['#'], 'hashtags[0]', /more than "#".*found "#"$/],
    ['createdAt', 'yesterday', 'createdAt', /ISO 8601.*found "yesterday"$/],
    ['createdAt', '2026-03-02T18:00:00', 'createdAt', /with its zone/],
    ['createdAt', '2026-02-30T18:00:00Z', 'createdAt', /found "2026-02-30T18:00:00Z"$/],
    ['createdAt', 1_772_474_400_000, 'createdAt', /found 1772474400000$/],
    ['author', 4_815_162_342, 'author', /found a number$/],
    ['authorCreatedAt', undefined, 'authorCreatedAt', /or null.*found nothing$/],
    ['authorCreatedAt', '2019', 'authorCreatedAt', /found "2019"$/],
    ['repost', 'false', 'repost', /true or false, found "false"$/],
    ['text', undefined, 'text', /found nothing$/],
    ['text', ['secret words'], 'text', /found a list of 1$/],
    ['deletedAt', 'later', 'deletedAt', /found "later"$/],
    ['deletedAt', '2026-03-02T18:00:00Z', 'deletedAt', /later than createdAt/],
    ['deletedAt', '2026-03-02T17:59:59Z', 'deletedAt', /later than createdAt/],
    ['language', 5, 'language', /BCP 47/],
    ['followers', -1, 'followers', /found -1$/],
    ['authorHandle', 7, 'authorHandle', /the handle of the account/],
    ['followers', 1.5, 'followers', /whole number/],
  ])('with %s %j names the field', async (key, value, field, message) => {
    const lines = jsonLines([aPostLine(), { ...aPostLine(), [key]: value }]);

    const fault = await faultOf(lines);

    expect(fault).toMatchObject({ file: '-', line: 2, field });
    expect(fault.message).toMatch(message);
    expect(fault.message.startsWith(`-:2: ${field}: expected `)).toBe(true);
  });

  it.each([
    ['{"id": "secret words', /20 characters that are not JSON$/],
    ['[]', /found a list of 0$/],
    ['"secret words"', /found a string$/],
    ['7', /found a number$/],
    ['null', /found null$/],
  ])('that is no object (%s) says so', async (line, message) => {
    const fault = await faultOf(`${line}\n`);

    expect(fault).toMatchObject({ field: 'line', expected: 'one JSON object' });
    expect(fault.message).toMatch(message);
  });

  it('never repeats a text or an author', async () => {
    const lines = [
      `{"id":"p","text":"secret words`,
      JSON.stringify({ ...aPostLine(), author: { name: 'secret' } }),
      JSON.stringify({ ...aPostLine(), text: { body: 'secret' } }),
      JSON.stringify({ ...aPostLine({ text: 'secret' }), repost: 3 }),
    ];

    for (const line of lines) {
      const fault = await faultOf(line);
      expect(`${fault.message} ${fault.stack} ${String(fault.cause)}`).not.toContain('secret');
    }
  });

  it('is told and left out where the caller wants to go on', async () => {
    const told: string[] = [];
    const text = `${jsonLines([aPostLine()])}broken\n${jsonLines([{ id: 'x' }, aPostLine({ id: 'p2' })])}`;

    const posts = await readText(text, {
      onBadLine: ({ line, field }) => told.push(`${line} ${field}`),
    });

    expect(posts.map(({ post, line }) => [post.id, line])).toEqual([
      ['p1', 1],
      ['p2', 4],
    ]);
    expect(told).toEqual(['2 line', '3 source']);
  });

  it('is one without an end, however long, and is not kept in memory', async () => {
    const endless = Buffer.alloc(3_000_000, 'a');
    const text = Buffer.concat([endless, Buffer.from(`\n${jsonLines([aPostLine()])}`)]);
    const told: string[] = [];

    const posts = await readText(text, { onBadLine: ({ message }) => told.push(message) });

    expect(posts.map(({ line }) => line)).toEqual([2]);
    expect(told).toEqual(['-:1: line: expected one JSON object, found over a million characters']);
  });
});

describe('lines', () => {
  it('are the same however the bytes arrive, packed or not', async () => {
    const lines = [
      aPostLine({ id: 'p1', text: 'सेब की फसल और گندم 🍎' }),
      aPostLine({ id: 'p2', hashtags: ['گندم'] }),
      aPostLine({ id: 'p3' }),
    ];
    const text = `\uFEFF${lines.map((line) => JSON.stringify(line)).join('\r\n')}`;
    const whole = await readText(text);
    expect(whole.map(({ post }) => post.text)).toEqual(lines.map((line) => line.text));

    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.boolean(), async (size, packed) => {
        const bytes = packed ? gzipSync(text) : text;
        expect(await readText(bytes, {}, size)).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  it('are unpacked even if a pipe brings them byte by byte', async () => {
    const packed = gzipSync(jsonLines([aPostLine()]));

    expect(idsOf(await readText(packed, {}, 1))).toEqual(['p1']);
  });

  it('are counted also where they are empty', async () => {
    const posts = await readText(`\n  \n${jsonLines([aPostLine()])}\n`);

    expect(posts.map(({ line }) => line)).toEqual([3]);
  });

  it('are none in an empty input', async () => {
    expect(await readText('')).toEqual([]);
    expect(await readText('x'.slice(1), {}, 1)).toEqual([]);
  });

  it('of packed files that were joined are all read', async () => {
    const joined = Buffer.concat([
      gzipSync(jsonLines([aPostLine({ id: 'p1' })])),
      gzipSync(jsonLines([aPostLine({ id: 'p2' })])),
    ]);

    expect(idsOf(await readText(joined))).toEqual(['p1', 'p2']);
  });
});

describe('files', () => {
  it('of a folder are read in the order of their names, packed by content and not by name', async () => {
    const here = join(folder, 'many');
    await mkdir(here);
    await writeFile(join(here, 'b.jsonl'), gzipSync(jsonLines([aPostLine({ id: 'b' })])));
    await writeFile(join(here, 'a.jsonl.gz'), jsonLines([aPostLine({ id: 'a' })]));
    await writeFile(join(here, 'c.jsonl.gz'), gzipSync(jsonLines([aPostLine({ id: 'c' })])));
    await writeFile(join(here, 'notes.txt'), 'not posts');

    const posts = await readAll([here]);

    expect(idsOf(posts)).toEqual(['a', 'b', 'c']);
    expect(posts[1]).toMatchObject({ file: join(here, 'b.jsonl'), line: 1 });
  });

  it('that are named are read whatever their name', async () => {
    const file = join(folder, 'posts.dump');
    await writeFile(file, jsonLines([aPostLine({ id: 'd' })]));

    expect(idsOf(await readAll([file, file]))).toEqual(['d', 'd']);
  });

  it.each<[string, (here: string) => Promise<string>, RegExp]>([
    ['missing', async (here) => join(here, 'none.jsonl'), /no such file or folder/],
    [
      'an empty folder',
      async (here) => {
        await mkdir(join(here, 'empty'));
        return join(here, 'empty');
      },
      /at least one \*\.jsonl/,
    ],
    [
      'gzip that was cut off',
      async (here) => {
        const packed = gzipSync(
          jsonLines(Array.from({ length: 500 }, (_, i) => aPostLine({ id: `${i}` }))),
        );
        await writeFile(join(here, 'cut.gz'), packed.subarray(0, packed.length / 2));
        return join(here, 'cut.gz');
      },
      /cannot be read: unexpected end of file/,
    ],
    [
      'broken gzip',
      async (here) => {
        await writeFile(
          join(here, 'broken.gz'),
          Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
        );
        return join(here, 'broken.gz');
      },
      /cannot be read/,
    ],
  ])('that cannot be used say why: %s', async (_, prepare, message) => {
    const path = await prepare(folder);

    const error = await readAll([path]).catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(PostFileError);
    expect(error).toMatchObject({ file: path, message: expect.stringMatching(message) });
  });

  it('are let go when nobody reads on', async () => {
    const file = join(folder, 'long.jsonl.gz');
    const many = Array.from({ length: 5000 }, (_, i) => aPostLine({ id: `p${i}` }));
    await writeFile(file, gzipSync(jsonLines(many)));

    for await (const { post } of readPosts([file])) {
      expect(post.id).toBe('p0');
      break;
    }
  });
});
