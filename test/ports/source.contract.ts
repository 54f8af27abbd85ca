import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SourceError } from '../../functions/model/errors.ts';
import { normaliseHashtag } from '../../functions/model/hashtag.ts';
import type { IncomingPost } from '../../functions/model/post.ts';
import type { Source, SourceCapability, Span } from '../../functions/ports/source.ts';

/** A network that an adapter can be held against: real, or scripted down to its wire. */
export type SourceHarness = {
  /** The source as it is deployed. Each is new: what one keeps in memory, the next must not need. */
  open(): Source | Promise<Source>;
  /** A time at which a question may be put: all that was posted is before it and can be seen. */
  nowMs(): number;
  /** Lets the network's clock go on, by a bucket of `capability.countMs` at least. */
  pass(): Promise<void>;
  /** @returns the post's id, as the source gives it */
  post(hashtag: string, text: string): Promise<string>;
  /** Deletes a post by that id. Not called where deletions are `unseen`. */
  remove(id: string): Promise<void>;
  /** @returns the id of the repost, as the source gives it */
  repost?(id: string): Promise<string>;
  /** The source with so little to spend that one question never reaches back over so many posts. */
  readonly narrow?: { open(): Source | Promise<Source>; readonly posts: number };
  /** The source of a network that does not answer. */
  unreachable?(): Source | Promise<Source>;
  /** When the account that posts was made; null where nobody knows. Absent: not compared. */
  readonly authorCreatedMs?: number | null;
  /** Whether this very server has trends to list; one that has none says so, or lists none. @default true */
  readonly listsTrends?: boolean;
  close(): Promise<void>;
};

export type SourceContractOptions = { readonly skip?: boolean; readonly timeoutMs?: number };

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Posts of each hashtag, made before the first question: one a round, in a bucket of its own. */
const POSTED = {
  tcdates: 2,
  tcreposts: 1,
  tcposts: 6,
  tcothers: 1,
  tcedges: 5,
  tclimit: 5,
  tcwalk: 9,
  tclater: 7,
  tccounts: 5,
  tcrunning: 1,
  tcpast: 4,
  tcmissing: 6,
  tctrend: 3,
  tccutoff: 1,
} as const;
const ROUNDS = 9;

/** Every adapter of Source runs this one suite. */
export function describeSource(
  name: string,
  start: () => Promise<SourceHarness>,
  { skip = false, timeoutMs = 30_000 }: SourceContractOptions = {},
) {
  describe.skipIf(skip)(`Source: ${name}`, { timeout: timeoutMs }, () => {
    let network: SourceHarness;
    let capability: SourceCapability;
    const made = new Map<string, string[]>();
    beforeAll(async () => {
      network = await start();
      capability = (await network.open()).capability;
      for (let round = 0; round < ROUNDS; round++) {
        await postRound(round);
        await network.pass();
      }
    }, timeoutMs);
    afterAll(() => network?.close());

    let lastMs = 0;
    /** Each question at a time of its own: none is answered from the reading of another. */
    function now(): number {
      lastMs = Math.max(lastMs + 1, network.nowMs());
      return lastMs;
    }
    function span(hashtag: string): Span {
      const nowMs = now();
      return { hashtag, fromMs: nowMs - HOUR_MS, toMs: nowMs, nowMs };
    }
    async function postRound(round: number): Promise<void> {
      for (const [hashtag, posts] of Object.entries(POSTED))
        if (round < posts) await postOne(hashtag);
      const share = Math.ceil((network.narrow?.posts ?? 0) / ROUNDS);
      for (let i = 0; i < share; i++) await postOne('tcnarrow');
    }
    async function postOne(hashtag: string): Promise<void> {
      const ids = made.get(hashtag) ?? [];
      made.set(hashtag, ids);
      ids.push(await network.post(hashtag, `number ${ids.length} of #${hashtag}`));
    }
    /** Ids of a hashtag's posts, in the order in which they were made. */
    function posted(hashtag: keyof typeof POSTED | 'tcnarrow'): readonly string[] {
      return made.get(hashtag) ?? [];
    }
    async function all(hashtag: string): Promise<readonly IncomingPost[]> {
      const { posts } = await (await network.open()).posts(span(hashtag), 1_000);
      return posts.filter(stillStands);
    }

    describe('its capability', () => {
      it('is possible', () => {
        expect(capability.countMs).toBeGreaterThan(0);
        expect(capability.historyMs).toBeGreaterThanOrEqual(capability.countMs);
        expect(capability.pastMs).toBeGreaterThanOrEqual(0);
        for (const price of Object.values(capability.priceUsd))
          expect(price).toBeGreaterThanOrEqual(0);
      });

      it('is what it has', async () => {
        const source = await network.open();

        expect(source.trending !== undefined).toBe(capability.trends);
        expect(source.past !== undefined).toBe(capability.pastMs > 0);
      });

      it('says of author dates what they are', async () => {
        const truth = network.authorCreatedMs;
        const dates = (await all('tcdates')).map(accountDate);

        expect(dates).toHaveLength(2);
        if (capability.authorDates === 'unknown') expect(dates).toEqual([null, null]);
        else if (truth !== undefined)
          for (const date of dates)
            expect(asSaid(date, capability)).toBe(asSaid(truth, capability));
      });

      it('says whether reposts are among its posts', async () => {
        const [id = ''] = posted('tcreposts');
        const repost = await network.repost?.(id);
        await network.pass();
        const posts = await all('tcreposts');

        expect(posts.filter((post) => !isRepost(post)).map((post) => post.id)).toEqual([id]);
        const seen = posts.filter(isRepost).map((post) => post.id);
        expect(seen).toEqual(capability.reposts && repost !== undefined ? [repost] : []);
      });
    });

    describe('posts', () => {
      it('of a hashtag that nobody used are none', async () => {
        const question = span('tcnobody');
        const source = await network.open();

        expect(await source.posts(question, 100)).toEqual({ posts: [], fromMs: question.fromMs });
      });

      it('are each of the span, once, oldest first', async () => {
        const ids = posted('tcposts');
        const question = span('tcposts');
        const { posts, fromMs } = await (await network.open()).posts(question, 1_000);

        expect(posts.map(({ id }) => id)).toEqual(ids);
        expect(fromMs).toBe(question.fromMs);
        for (const { createdMs, hashtags } of posts) {
          expect(Number.isInteger(createdMs)).toBe(true);
          expect(createdMs).toBeGreaterThanOrEqual(question.fromMs);
          expect(createdMs).toBeLessThan(question.toMs);
          expect(hashtags).toContain('tcposts');
        }
      });

      it('are those from the first moment of the span to before its last', async () => {
        const posts = await all('tcedges');
        const times = posts.map(({ createdMs }) => createdMs);
        const source = await network.open();
        for (const [from, to] of [
          [0, 2],
          [1, 3],
          [2, 4],
          [3, 3],
        ] as const) {
          const [fromMs = 0, toMs = 0] = [times[from], times[to]];
          const part = await source.posts({ hashtag: 'tcedges', fromMs, toMs, nowMs: now() }, 100);

          expect(part.posts.map(({ id }) => id)).toEqual(posts.slice(from, to).map(({ id }) => id));
          expect(part.fromMs).toBe(fromMs);
        }
      });

      it('under a limit are the newest, and it says how far they reach', async () => {
        const ids = posted('tclimit');
        const source = await network.open();
        const question = span('tclimit');
        const { posts, fromMs } = await source.posts(question, 2);

        expect(posts.map(({ id }) => id)).toEqual(ids.slice(-2));
        const unread = (await all('tclimit')).slice(0, -2);
        expect(fromMs).toBeGreaterThan(unread.at(-1)?.createdMs ?? Number.POSITIVE_INFINITY);
        expect(fromMs).toBeLessThanOrEqual((posts[0]?.createdMs ?? 0) + 1);

        expect(await source.posts(question, 0)).toEqual({ posts: [], fromMs: question.toMs });
      });

      it.each([2, 3, 4])('are all reached by going on, %i at a time', async (limit) => {
        const walked = await walk(await network.open(), span('tcwalk'), limit);

        expect([...walked].sort()).toEqual([...posted('tcwalk')].sort());
      });

      it('are all reached by going on in another process, and at a later time', async () => {
        const ids = posted('tclater');
        const question = span('tclater');
        const found = new Set<string>();
        let toMs = question.toMs;
        for (let rounds = 0; rounds < 20 && toMs > question.fromMs; rounds++) {
          const source = await network.open();
          const reading = await source.posts({ ...question, toMs, nowMs: now() }, 3);
          for (const { id } of reading.posts) found.add(id);
          toMs = reading.fromMs;
        }

        expect(toMs).toBe(question.fromMs);
        expect([...found].sort()).toEqual([...ids].sort());
      });

      it('that one question cannot pay for are reached by the next ones', async (test) => {
        if (network.narrow === undefined) return test.skip('this source reads all at once');
        const ids = posted('tcnarrow');
        const source = await network.narrow.open();
        const question = span('tcnarrow');

        expect((await source.posts(question, 1_000)).fromMs).toBeGreaterThan(question.fromMs);
        const walked = await walk(source, { ...question, nowMs: now() }, 1_000);
        expect([...walked].sort()).toEqual([...ids].sort());
      });

      it('of the future there are none', async () => {
        const question = span('tcedges');
        const ahead = { ...question, toMs: question.nowMs + HOUR_MS };
        const { posts } = await (await network.open()).posts(ahead, 100);

        expect(posts).toHaveLength(5);
        for (const { createdMs } of posts) expect(createdMs).toBeLessThan(ahead.nowMs);
      });
    });

    describe('counts', () => {
      it('of a hashtag that nobody used are zero', async () => {
        const { fromMs, toMs } = whole(span('tcsilent'), capability.countMs);
        const source = await network.open();
        const counts = await source.counts(
          { hashtag: 'tcsilent', fromMs, toMs, nowMs: now() },
          capability.countMs * Math.ceil((toMs - fromMs) / capability.countMs / 4),
        );

        expect(counts.every(({ posts }) => posts === 0)).toBe(true);
      });

      it.each([1, 3])('are the posts of each whole bucket of %i finest ones', async (times) => {
        const hashtag = 'tccounts';
        for (let i = 0; i < times; i++) await network.pass();
        const bucketMs = times * capability.countMs;
        const posts = await all(hashtag);
        expect(posts).toHaveLength(5);
        const firstMs = posts[0]?.createdMs ?? Number.NaN;
        const fromMs = Math.floor(firstMs / bucketMs) * bucketMs - 2 * bucketMs;
        const nowMs = now();
        const question = { hashtag, fromMs, toMs: nowMs, nowMs };
        const counts = await (await network.open()).counts(question, bucketMs);

        expect(counts).toEqual(bucketsOf(posts, question, bucketMs));
        expect(counts.reduce((sum, bucket) => sum + bucket.posts, 0)).toBe(5);
      });

      it('list no bucket that is not over', async () => {
        const bucketMs = 5 * capability.countMs;
        const nowMs = now();
        const fromMs = Math.floor(nowMs / bucketMs) * bucketMs - 2 * bucketMs;
        const ahead = { hashtag: 'tcrunning', fromMs, toMs: fromMs + 10 * bucketMs, nowMs };
        const counts = await (await network.open()).counts(ahead, bucketMs);

        for (const { startMs } of counts) expect(startMs + bucketMs).toBeLessThanOrEqual(nowMs);
      });

      it('leave out what one question cannot pay for: a gap, not a zero', async (test) => {
        if (network.narrow === undefined) return test.skip('this source counts all at once');
        await network.pass();
        const posts = await all('tcnarrow');
        const { countMs } = capability;
        expect(posts.length).toBeGreaterThanOrEqual(network.narrow.posts);
        const fromMs = Math.floor((posts[0]?.createdMs ?? Number.NaN) / countMs) * countMs;
        const nowMs = now();
        const question = { hashtag: 'tcnarrow', fromMs, toMs: nowMs, nowMs };
        const truth = bucketsOf(posts, question, countMs);
        const counts = await (await network.narrow.open()).counts(question, countMs);

        // Where counting is cheaper than reading even a narrow source may count it all.
        expect(truth).toEqual(expect.arrayContaining([...counts]));
      });
    });

    describe('past', () => {
      it('is what was counted, as far as it says', async (test) => {
        const source = await network.open();
        if (source.past === undefined) return test.skip('this source knows nothing of the past');
        await network.pass();
        const { countMs, pastMs } = capability;
        const posts = await all('tcpast');
        const nowMs = now();
        const bucketMs = 2 * countMs;
        const buckets = Math.min(500, Math.floor(Math.min(pastMs, HOUR_MS) / bucketMs));
        const toMs = Math.floor(nowMs / bucketMs) * bucketMs;
        const question = { hashtag: 'tcpast', fromMs: toMs - buckets * bucketMs, toMs, nowMs };
        const past = await source.past(question, bucketMs);

        expect(past.untilMs).toBeGreaterThan(question.fromMs);
        expect(past.untilMs).toBeLessThanOrEqual(toMs);
        const truth = new Map(
          bucketsOf(posts, question, bucketMs).map((bucket) => [bucket.startMs, bucket.posts]),
        );
        for (const count of past.counts) expect(count.posts).toBe(truth.get(count.startMs));
      });
    });

    describe('missing', () => {
      it('are the deleted, and only those', async (test) => {
        if (capability.deletions === 'unseen') return test.skip('deletions are unseen here');
        const ids = posted('tcmissing');
        const before = await all('tcmissing');
        const source = await network.open();

        expect(await source.missing([], 'tcmissing', now())).toEqual(new Set());
        expect(await source.missing(before, 'tcmissing', now())).toEqual(new Set());

        const removed = [ids[2] ?? '', ids[4] ?? ''];
        for (const id of removed) await network.remove(id);
        await network.pass();

        expect(await source.missing(before, 'tcmissing', now())).toEqual(new Set(removed));
        const later = await network.open();
        expect(await later.missing(before, 'tcmissing', now())).toEqual(new Set(removed));
        expect((await all('tcmissing')).map(({ id }) => id)).toEqual(
          ids.filter((id) => !removed.includes(id)),
        );
      });
    });

    describe('trending', () => {
      it('lists hashtags in their one spelling, each once', async (test) => {
        const source = await network.open();
        if (source.trending === undefined) return test.skip('this source lists no trends');
        const refused = (error: unknown) => {
          if (network.listsTrends === false && error instanceof SourceError) return [];
          throw error;
        };
        const trends = await source.trending(null, now()).catch(refused);
        const hashtags = trends.map(({ hashtag }) => hashtag);

        expect(hashtags.length > 0).toBe(network.listsTrends !== false);
        expect(hashtags).toEqual([...new Set(hashtags)]);
        for (const { hashtag, display, posts, accounts, startedMs } of trends) {
          expect(normaliseHashtag(display)).toBe(hashtag);
          expect(hashtag).not.toBe('');
          for (const said of [posts, accounts, startedMs])
            expect(said === null || (Number.isInteger(said) && said >= 0)).toBe(true);
        }
      });
    });

    describe('a network that does not answer', () => {
      it('is a failure that a step can tell', async (test) => {
        if (network.unreachable === undefined) return test.skip('this source cannot be cut off');
        const source = await network.unreachable();
        const question = span('tccutoff');
        const asked = posted('tccutoff').map((id) => ({ id, createdMs: question.nowMs - 1 }));

        await expect(source.posts(question, 10)).rejects.toThrow(SourceError);
        await expect(source.counts(question, capability.countMs)).rejects.toThrow(SourceError);
        if (source.past !== undefined)
          await expect(source.past(question, capability.countMs)).rejects.toThrow(SourceError);
        if (source.trending !== undefined)
          await expect(source.trending(null, now())).rejects.toThrow(SourceError);
        // A source that cannot tell may also say that nothing is known to be gone.
        const gone = await source
          .missing(asked, 'tccutoff', now())
          .catch((error: unknown) => (error instanceof SourceError ? new Set() : error));
        expect(gone).toEqual(new Set());
      });
    });
  });
}

/**
 * Reads a span to its start, each question going on where the last one ended. A question cannot
 * tell posts of one moment apart: those of the moment at which it ended come again, no other does.
 */
async function walk(source: Source, span: Span, limit: number): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const settled = new Set<string>();
  let toMs = span.toMs;
  while (toMs > span.fromMs) {
    const { posts, fromMs } = await source.posts({ ...span, toMs }, limit);
    if (fromMs >= toMs && toMs !== span.toMs)
      throw new Error(`going on from ${toMs} got no further: ${posts.length} posts of ${limit}`);
    expect(posts.length).toBeLessThanOrEqual(limit);
    for (const { id, createdMs } of posts) {
      expect(settled.has(id)).toBe(false);
      expect(createdMs).toBeLessThan(toMs);
      found.add(id);
      if (createdMs >= fromMs) settled.add(id);
    }
    expect(fromMs).toBeGreaterThanOrEqual(span.fromMs);
    if (fromMs >= toMs) throw new Error('the newest posts alone are more than one question reads');
    toMs = fromMs;
  }
  return found;
}

/** What counts must be, by the posts that are known. */
function bucketsOf(posts: readonly IncomingPost[], { fromMs, toMs, nowMs }: Span, ms: number) {
  const buckets = [];
  for (let startMs = fromMs; startMs + ms <= Math.min(toMs, nowMs); startMs += ms) {
    const inside = ({ createdMs }: IncomingPost) =>
      createdMs >= startMs && createdMs < startMs + ms;
    buckets.push({ startMs, posts: posts.filter(inside).length });
  }
  return buckets;
}

function whole({ fromMs, toMs }: Span, bucketMs: number) {
  return {
    fromMs: Math.floor(fromMs / bucketMs) * bucketMs,
    toMs: Math.floor(toMs / bucketMs) * bucketMs,
  };
}

function isRepost(post: IncomingPost): boolean {
  return 'sealed' in post ? post.sealed.repost : post.repost;
}

function accountDate(post: IncomingPost): number | null {
  return 'sealed' in post ? post.sealed.accountCreatedMs : post.authorCreatedMs;
}

/** A sealed post may be gone, if it says so. */
function stillStands(post: IncomingPost): boolean {
  return !('sealed' in post) || post.sealed.deletedMs === null;
}

/** A date as finely as the source claims to know it. */
function asSaid(ms: number | null, { authorDates }: SourceCapability): number | null {
  return ms !== null && authorDates === 'day' ? Math.floor(ms / DAY_MS) : ms;
}
