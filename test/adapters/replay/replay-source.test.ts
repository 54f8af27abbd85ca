import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openArchive, type ReplayArchive } from '../../../functions/adapters/replay/archive.ts';
import { BadLineError } from '../../../functions/adapters/replay/bad-line-error.ts';
import { PostFileError } from '../../../functions/adapters/replay/post-file-error.ts';
import type { PostLine } from '../../../functions/adapters/replay/post-line.ts';
import { replaySource } from '../../../functions/adapters/replay/replay-source.ts';
import { aPostLine, jsonLines } from '../../support/post-lines.ts';
import { postsOf } from '../../support/posts-of.ts';

const ZERO_MS = Date.UTC(2026, 2, 2, 18);
const MINUTE_MS = 60_000;
const at = (ms: number) => new Date(ZERO_MS + ms).toISOString();

type Life = { id: string; from: number; until?: number; tags: string[] };

const lineOf = ({ id, from, until, tags }: Life): PostLine =>
  aPostLine({
    id,
    hashtags: tags,
    createdAt: at(from),
    ...(until === undefined ? {} : { deletedAt: at(until) }),
  });

const open = (lives: readonly Life[]): Promise<ReplayArchive> =>
  openArchive(['-'], { standardInput: Readable.from([Buffer.from(jsonLines(lives.map(lineOf)))]) });

const span = (fromMs: number, toMs: number, nowMs: number, hashtag = 'harvest') => ({
  hashtag,
  fromMs: ZERO_MS + fromMs,
  toMs: ZERO_MS + toMs,
  nowMs: ZERO_MS + nowMs,
});

const harvest = (id: string, from: number, until?: number): Life => ({
  id,
  from,
  tags: ['harvest'],
  ...(until === undefined ? {} : { until }),
});

describe('openArchive', () => {
  it('counts each post once, and under each of its hashtags', async () => {
    const archive = await open([
      { id: 'late', from: 500, tags: ['b', 'A', 'a'] },
      { id: 'early', from: 100, tags: ['b'] },
      { id: 'bare', from: 300, tags: [] },
    ]);

    expect(archive.posts).toBe(3);
    expect([...archive.hashtags]).toEqual([
      ['b', 2],
      ['a', 1],
    ]);
    expect([archive.firstMs - ZERO_MS, archive.lastMs - ZERO_MS]).toEqual([100, 500]);
  });

  it('keeps the earliest deletion of a post that stands there twice', async () => {
    const archive = await open([harvest('p', 0, 900), harvest('p', 0, 400), harvest('p', 0)]);

    expect(archive.posts).toBe(1);
    expect(archive.nextEventMs(ZERO_MS)).toBe(ZERO_MS + 400);
  });

  it('leaves late deletions out of the events where nobody looks for them', async () => {
    const lines = jsonLines([harvest('early', 0, 400), harvest('late', 100, 5000)].map(lineOf));
    const archive = await openArchive(['-'], {
      standardInput: Readable.from([Buffer.from(lines)]),
      deletionsWithinMs: 1000,
    });

    expect(archive.nextEventMs(ZERO_MS + 100)).toBe(ZERO_MS + 400);
    expect(archive.nextEventMs(ZERO_MS + 400)).toBeUndefined();
    expect(archive.nextEventMs(ZERO_MS + 400, ['harvest'])).toBeUndefined();
  });

  it('does not take equal ids of two networks for one post', async () => {
    const lines = jsonLines([aPostLine({ source: 'x' }), aPostLine({ source: 'bluesky' })]);

    const archive = await openArchive(['-'], {
      standardInput: Readable.from([Buffer.from(lines)]),
    });

    expect(archive.posts).toBe(2);
  });

  it('knows deletions only where a line tells one', async () => {
    const without = await open([harvest('p', 0)]);
    const withOne = await open([harvest('p', 0), harvest('q', 0, 5)]);

    expect(replaySource(without).capability.deletions).toBe('unseen');
    expect(replaySource(withOne).capability.deletions).toBe('looked-up');
  });

  it('requires a post, and good lines', async () => {
    await expect(open([])).rejects.toThrow(PostFileError);
    const broken = { standardInput: Readable.from([Buffer.from('{}\n')]) };
    await expect(openArchive(['-'], broken)).rejects.toThrow(BadLineError);
  });
});

describe('replaySource', () => {
  it('shows what a network would have shown then', async () => {
    const source = replaySource(
      await open([harvest('stays', 10), harvest('goes', 20, 60), harvest('comes', 80)]),
    );
    const idsAt = async (nowMs: number) =>
      (await postsOf(source, span(0, 1000, nowMs), 10)).map(({ id }) => id);

    expect(await idsAt(10)).toEqual([]);
    expect(await idsAt(11)).toEqual(['stays']);
    expect(await idsAt(59)).toEqual(['stays', 'goes']);
    expect(await idsAt(60)).toEqual(['stays']);
    expect(await idsAt(81)).toEqual(['stays', 'comes']);
  });

  it('never tells when a post will be deleted', async () => {
    const source = replaySource(await open([harvest('p', 0, 500)]));

    const [post] = await postsOf(source, span(0, 1000, 100), 10);

    expect(post).toMatchObject({ id: 'p', createdMs: ZERO_MS });
    expect(post).not.toHaveProperty('deletedMs');
  });

  it('keeps the newest where there are too many', async () => {
    const source = replaySource(await open([1, 2, 3, 4].map((n) => harvest(`p${n}`, n))));

    const posts = await postsOf(source, span(0, 1000, 1000), 2);

    expect(posts.map(({ id }) => id)).toEqual(['p3', 'p4']);
  });

  it('counts buckets that were over, an empty one as zero, a running one not at all', async () => {
    const source = replaySource(
      await open([
        harvest('a', 0),
        harvest('b', 2 * MINUTE_MS),
        harvest('c', 2 * MINUTE_MS, 130_000),
      ]),
    );
    const counts = async (nowMs: number, toMs = 5 * MINUTE_MS) =>
      (await source.counts(span(0, toMs, nowMs), MINUTE_MS)).map(({ posts }) => posts);

    expect(await counts(2.5 * MINUTE_MS)).toEqual([1, 0]);
    expect(await counts(5 * MINUTE_MS)).toEqual([1, 0, 1, 0, 0]);
    expect(await counts(9 * MINUTE_MS, 2.9 * MINUTE_MS)).toEqual([1, 0]);
  });

  it('counts zero for a hashtag that nobody used', async () => {
    const source = replaySource(await open([harvest('a', 0)]));
    const asked = span(0, MINUTE_MS, MINUTE_MS, 'silence');

    expect(await source.counts(asked, MINUTE_MS)).toEqual([{ startMs: ZERO_MS, posts: 0 }]);
    expect(await postsOf(source, asked, 5)).toEqual([]);
  });

  it('tells which posts are gone by then', async () => {
    const source = replaySource(await open([harvest('goes', 0, 60), harvest('stays', 0)]));
    const asked = ['goes', 'stays', 'unknown'].map((id) => ({ id, createdMs: ZERO_MS }));
    const goneAt = async (nowMs: number) => [
      ...(await source.missing(asked, 'harvest', ZERO_MS + nowMs)),
    ];

    expect(await goneAt(59)).toEqual([]);
    expect(await goneAt(60)).toEqual(['goes']);
  });
});

describe('the past of a replay', () => {
  it('begins with the first whole bucket after the first post of all: before it nothing is known', async () => {
    const lives = [{ id: 'first', from: 90_000, tags: ['other'] }, harvest('p', 250_000)];
    const source = replaySource(await open(lives));
    const past = await source.past?.(
      span(-10 * MINUTE_MS, 6 * MINUTE_MS, 8 * MINUTE_MS),
      MINUTE_MS,
    );

    expect(past?.untilMs).toBe(ZERO_MS + 6 * MINUTE_MS);
    expect(past?.counts).toEqual(
      [2, 3, 4, 5].map((minute) => ({
        startMs: ZERO_MS + minute * MINUTE_MS,
        posts: minute === 4 ? 1 : 0,
      })),
    );
  });

  it('is empty where the watch is as old as the files', async () => {
    const source = replaySource(await open([harvest('p', 0)]));
    const past = await source.past?.(span(-60 * MINUTE_MS, 0, MINUTE_MS), MINUTE_MS);
    expect(past?.counts).toEqual([]);
  });
});

describe('the law: an archive answers as a scan of all its posts would', () => {
  const moment = fc.integer({ min: 0, max: 400 });
  const life = fc.record({
    from: moment,
    life: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
    tags: fc.subarray(['a', 'b', 'c']),
  });
  const lives = fc.array(life, { minLength: 1, maxLength: 60 }).map((drawn) =>
    drawn.map(({ from, life: length, tags }, index) => ({
      id: `p${index}`,
      from,
      tags,
      ...(length === undefined ? {} : { until: from + length }),
    })),
  );
  const question = fc.record({
    hashtag: fc.constantFrom('a', 'b', 'c'),
    fromMs: moment,
    length: moment,
    nowMs: fc.integer({ min: 0, max: 700 }),
    limit: fc.integer({ min: 0, max: 20 }),
    bucketMs: fc.integer({ min: 1, max: 50 }),
  });

  /** What stands at `nowMs` of the posts made in [fromMs, toMs), by looking at every one. */
  function scan(all: readonly Life[], tag: string, fromMs: number, toMs: number, nowMs: number) {
    return all
      .filter((post) => post.tags.includes(tag))
      .filter((post) => post.from >= fromMs && post.from < toMs && post.from < nowMs)
      .filter((post) => post.until === undefined || post.until > nowMs)
      .toSorted((x, y) => x.from - y.from);
  }

  it('for posts, counts and missing', async () => {
    await fc.assert(
      fc.asyncProperty(lives, question, async (all, asked) => {
        const { hashtag, fromMs, length, nowMs, limit, bucketMs } = asked;
        const source = replaySource(await open(all));
        const toMs = fromMs + length;
        const put = span(fromMs, toMs, nowMs, hashtag);

        const posts = await postsOf(source, put, limit);
        const standing = scan(all, hashtag, fromMs, toMs, nowMs);
        expect(posts.map(({ id }) => id)).toEqual(
          standing.slice(Math.max(0, standing.length - limit)).map(({ id }) => id),
        );

        const counts = await source.counts(put, bucketMs);
        const expected = [];
        for (let start = fromMs; start + bucketMs <= Math.min(toMs, nowMs); start += bucketMs) {
          const inBucket = scan(all, hashtag, start, start + bucketMs, nowMs);
          expected.push({ startMs: ZERO_MS + start, posts: inBucket.length });
        }
        expect(counts).toEqual(expected);

        const tagged = all.filter((post) => post.tags.includes(hashtag));
        const ids = tagged.map(({ id, from }) => ({ id, createdMs: ZERO_MS + from }));
        const gone = tagged.filter(({ until }) => until !== undefined && until <= nowMs);
        expect(await source.missing(ids, hashtag, ZERO_MS + nowMs)).toEqual(
          new Set(gone.map(({ id }) => id)),
        );
      }),
    );
  });

  it('for the next event', async () => {
    await fc.assert(
      fc.asyncProperty(lives, moment, fc.subarray(['a', 'b', 'c']), async (all, after, tags) => {
        const archive = await open(all);
        const next = (posts: readonly Life[]) => {
          const later = posts
            .flatMap(({ from, until }) => (until === undefined ? [from] : [from, until]))
            .filter((event) => event > after);
          return later.length === 0 ? undefined : ZERO_MS + Math.min(...later);
        };

        expect(archive.nextEventMs(ZERO_MS + after)).toBe(next(all));
        expect(archive.nextEventMs(ZERO_MS + after, tags)).toBe(
          next(all.filter((post) => post.tags.some((tag) => tags.includes(tag)))),
        );
      }),
    );
  });
});
