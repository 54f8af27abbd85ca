import { describe, expect, it } from 'vitest';
import { ingestSource } from '../../functions/adapters/ingest/ingest-source.ts';
import { memoryBaselineStore } from '../../functions/adapters/memory/baseline-store.ts';
import { memoryBurstStore } from '../../functions/adapters/memory/burst-store.ts';
import { memoryIngestStore } from '../../functions/adapters/memory/ingest-store.ts';
import { memoryWatchStore } from '../../functions/adapters/memory/watch-store.ts';
import { secretFrom } from '../../functions/adapters/secrets/secret.ts';
import { SourceError } from '../../functions/model/errors.ts';
import type { SourcePost } from '../../functions/model/post.ts';
import { INGEST } from '../../functions/settings/ingest.ts';
import { addWatch } from '../../functions/steps/add-watch.ts';
import { type IngestBatch, ingest } from '../../functions/steps/ingest.ts';
import { removeWatch } from '../../functions/steps/remove-watch.ts';
import { aSourcePost } from '../support/a-source-post.ts';
import { allOf } from '../support/all-of.ts';

const NOON = Date.UTC(2026, 0, 6, 12);
const MINUTE_MS = 60_000;
const at = (minutes: number) => NOON + minutes * MINUTE_MS;
const secret = secretFrom('a key for tests');

/** A monitor that watches #harbour at two partners from noon on. */
async function open() {
  const store = memoryIngestStore();
  const watches = memoryWatchStore();
  const ports = { ingest: store, watches, secret };
  const watch = (hashtag: string, place = 'newsroom', atMs = NOON) =>
    addWatch({ source: 'ingest', place, hashtag, intervalMinutes: 5 }, atMs, watches);
  await watch('harbour');
  await watch('harbour', 'archive');
  const handIn = (minutes: number, batch: Partial<IngestBatch>) =>
    ingest({ partner: 'newsroom', posts: [], vouchings: [], ...batch }, at(minutes), ports, INGEST);
  const source = ingestSource(store, { partner: 'newsroom', tellsDeletions: true });
  const counts = async (from: number, to: number, now = to) => {
    const span = { hashtag: 'harbour', fromMs: at(from), toMs: at(to), nowMs: at(now) };
    const found = await source.counts(span, MINUTE_MS);
    return found.map(({ startMs, posts }) => [(startMs - NOON) / MINUTE_MS, posts]);
  };
  const read = async () => {
    const span = { hashtag: 'harbour', fromMs: 0, toMs: at(1_000), nowMs: at(1_000) };
    return (await source.posts(span, 1_000)).posts;
  };
  return { store, watches, watch, handIn, source, counts, read };
}

/** A post of X, `minutes` after noon. */
const made = (number: number, minutes: number, overrides: Partial<SourcePost> = {}) => ({
  source: 'x',
  post: aSourcePost(number, { createdMs: at(minutes), ...overrides }),
});
const until = (
  minutes: number,
  options: { readonly from?: number; readonly hashtags?: string[] } = {},
) => ({
  fromMs: options.from === undefined ? null : at(options.from),
  untilMs: at(minutes),
  hashtags: options.hashtags ?? null,
});
const NONE = { accepted: 0, deleted: 0, repeated: 0, unwatched: 0, late: 0 };

describe('posts that are handed in', () => {
  it('are sealed at the door, under the pseudonym that the account has everywhere', async () => {
    const { store, handIn, read } = await open();
    await handIn(2, { posts: [made(1, 1)] });

    const [post] = await read();
    if (post === undefined || !('sealed' in post)) throw new Error('a sealed post is required');
    expect(post.id).toBe('x:post-1');
    expect(post.sealed.account).toBe(secret.pseudonym('x', 'author-1'));
    const kept = await allOf(
      store.read({ partner: 'newsroom', hashtag: 'harbour' }, 0, at(9), 'oldest-first'),
    );
    expect(JSON.stringify(kept)).not.toMatch(/boats|author-1/);
  });

  it('keep their ids, but those that may name an author', async () => {
    const { handIn, read } = await open();
    const ids = ['1890', 'at://did:plc:abc/app.bsky.feed.post/3k', 'https://one.example/@name/1'];
    const posts = ids.map((id, n) => ({ ...made(n, 1 + n / 60, { id }), source: 'any' }));
    await handIn(2, { posts });

    const kept = (await read()).map(({ id }) => id);
    expect(kept[0]).toBe('any:1890');
    for (const id of kept.slice(1)) expect(id).toMatch(/^any:[0-9a-f]{20}$/);
    expect(await handIn(3, { posts })).toMatchObject({ repeated: 3 });
  });

  it('count once, however they are handed in again', async () => {
    const { handIn, counts } = await open();
    const batch = { posts: [made(1, 1), made(2, 1), made(3, 2)] };
    const vouchings = [until(0.5, { hashtags: ['harbour'] })];
    await handIn(0.5, { vouchings });

    expect(await handIn(3, batch)).toMatchObject({ ...NONE, accepted: 3 });
    expect(await handIn(3, batch)).toMatchObject({ ...NONE, repeated: 3 });
    expect(await handIn(4, { posts: [made(4, 2), made(3, 2), made(3, 2)] })).toMatchObject({
      ...NONE,
      accepted: 1,
      repeated: 2,
    });
    await handIn(4, { vouchings: [until(4, { hashtags: ['harbour'] })] });
    expect(await counts(1, 4)).toEqual([
      [1, 2],
      [2, 2],
      [3, 0],
    ]);
  });

  it('are two where two networks use one id', async () => {
    const { handIn, read } = await open();
    const other = { ...made(1, 1), source: 'mastodon' };
    await handIn(2, { posts: [made(1, 1), other] });

    expect((await read()).map(({ id }) => id).sort()).toEqual(['mastodon:post-1', 'x:post-1']);
  });

  it('of a hashtag that nobody watches at this partner are dropped, and told', async () => {
    const { watch, handIn, read } = await open();
    await watch('festival', 'archive');
    const posts = [
      made(1, 1, { hashtags: ['festival'] }),
      made(2, 1, { hashtags: [] }),
      made(3, 1, { hashtags: ['festival', 'harbour'] }),
    ];

    expect(await handIn(2, { posts })).toEqual({
      ...NONE,
      accepted: 1,
      unwatched: 2,
      watched: [{ hashtag: 'harbour', untilMs: null }],
    });
    expect((await read()).map(({ id }) => id)).toEqual(['x:post-3']);
  });

  it('of one partner are not those of another', async () => {
    const { handIn, counts, read } = await open();
    await handIn(1, { partner: 'archive', posts: [made(1, 0.5)] });
    await handIn(2, { partner: 'archive', vouchings: [until(2, { from: 0 })] });
    await handIn(2, { vouchings: [until(2, { from: 0, hashtags: ['harbour'] })] });

    expect(await read()).toEqual([]);
    expect(await counts(0, 2)).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });

  it('that were deleted say since when, and count like the others', async () => {
    const { handIn, source, counts, read } = await open();
    const [first, second] = [made(1, 1), made(2, 1)];
    await handIn(1.5, { posts: [first, second], vouchings: [until(1, { from: 0 })] });
    const gone = [{ ...first, post: { ...first.post, deletedMs: at(2) } }];

    expect(await handIn(2.5, { posts: gone })).toMatchObject({ ...NONE, deleted: 1 });
    expect(await handIn(2.6, { posts: gone })).toMatchObject({ ...NONE, repeated: 1 });
    await handIn(3, { vouchings: [until(3, { from: 0, hashtags: ['harbour'] })] });
    expect(await counts(0, 3)).toEqual([
      [0, 0],
      [1, 2],
      [2, 0],
    ]);
    const posts = await read();
    expect(posts.map((post) => 'sealed' in post && post.sealed.deletedMs)).toEqual([at(2), null]);
    const before = { hashtag: 'harbour', fromMs: at(0), toMs: at(3), nowMs: at(2) - 1 };
    const [then] = (await source.posts(before, 2)).posts;
    expect(then && 'sealed' in then && then.sealed.deletedMs).toBeNull();
    expect((await source.posts({ ...before, nowMs: at(2) }, 2)).posts).toEqual(posts);
    expect(await source.missing(posts, 'harbour', at(2))).toEqual(new Set(['x:post-1']));
    expect(await source.missing(posts, 'harbour', at(2) - 1)).toEqual(new Set());
  });

  it('are late where the partner had said that there were no more', async () => {
    const { handIn } = await open();
    await handIn(0, { vouchings: [until(0, { hashtags: ['harbour'] })] });
    await handIn(3, { vouchings: [until(3, { hashtags: ['harbour'] })] });

    const outcome = await handIn(4, { posts: [made(1, 2), made(2, 3.5)] });
    expect(outcome).toMatchObject({ ...NONE, accepted: 2, late: 1 });
  });
});

describe('what is not said', () => {
  it('is a gap, not a zero', async () => {
    const { handIn, counts } = await open();
    await handIn(1, { posts: [made(1, 0.5)] });
    await handIn(2, { vouchings: [until(2)] });
    await handIn(4, { vouchings: [until(4)] });
    await handIn(24, { vouchings: [until(24)] });
    await handIn(26, { vouchings: [until(26)] });

    expect(await counts(0, 26)).toEqual([
      [2, 0],
      [3, 0],
      [24, 0],
      [25, 0],
    ]);
    await handIn(27, { vouchings: [until(24, { from: 3 })] });
    expect((await counts(0, 26)).map(([minute]) => minute)).toEqual(
      Array.from({ length: 24 }, (_, index) => index + 2),
    );
  });

  it('is not said in general of a hashtag of which nothing was ever handed in', async () => {
    const { handIn, source, counts } = await open();
    await handIn(1, { vouchings: [until(1)] });
    await handIn(5, { vouchings: [until(5)] });

    expect(await counts(0, 5)).toEqual([]);
    await expect(source.countedUntilMs?.('harbour', at(5))).rejects.toThrow(
      'partner newsroom has not vouched for #harbour yet',
    );
  });

  it('makes a bucket wait, until the silence is too long', async () => {
    const { handIn, source } = await open();
    await handIn(1, { vouchings: [until(1, { hashtags: ['harbour'] })] });

    expect(await source.countedUntilMs?.('harbour', at(16))).toBe(at(1));
    await expect(source.countedUntilMs?.('harbour', at(16.1))).rejects.toThrow(SourceError);
    await expect(source.countedUntilMs?.('harbour', at(16.1))).rejects.toThrow(
      'after 2026-01-06T12:01:00.000Z',
    );
  });

  it('is not covered by what was vouched for while nobody watched', async () => {
    const { watches, watch, store, handIn, counts } = await open();
    const ports = { watches, ingest: store, baselines: memoryBaselineStore() };
    await handIn(1, { posts: [made(1, 0.5)], vouchings: [until(1)] });
    await removeWatch('ingest:harbour@newsroom', at(2), { ...ports, bursts: memoryBurstStore() });
    await handIn(5, { posts: [made(2, 4.5)], vouchings: [until(5)] });
    await watch('harbour', 'newsroom', at(6));
    await handIn(7, { vouchings: [until(7)] });

    expect(await counts(0, 7)).toEqual([]);
    await handIn(8, { posts: [made(3, 7.5)], vouchings: [until(8)] });
    await handIn(10, { vouchings: [until(10)] });
    expect(await counts(0, 10)).toEqual([
      [8, 0],
      [9, 0],
    ]);
  });

  it('is not covered by an earlier watch whose end was not noted', async () => {
    const { watches, watch, handIn, counts } = await open();
    await handIn(1, { posts: [made(1, 0.5)], vouchings: [until(1)] });
    await watches.remove('ingest:harbour@newsroom');
    await handIn(5, { posts: [made(2, 4.5)], vouchings: [until(5)] });
    await watch('harbour', 'newsroom', at(6));
    await handIn(8, { posts: [made(3, 7.5)], vouchings: [until(8)] });
    await handIn(10, { vouchings: [until(10)] });

    expect(await counts(0, 10)).toEqual([
      [8, 0],
      [9, 0],
    ]);
  });
});

describe('the past', () => {
  it('can be handed in and vouched for by name, and is read in portions', async () => {
    const { store, handIn } = await open();
    const posts = Array.from({ length: 30 }, (_, n) => made(n, n - 60));
    const vouchings = [until(0, { from: -60, hashtags: ['harbour'] })];
    await handIn(0, { posts, vouchings });
    const source = ingestSource(store, { partner: 'newsroom', mostPastPosts: 9 });
    const span = { hashtag: 'harbour', toMs: NOON, nowMs: NOON };

    const found: number[] = [];
    let fromMs = at(-70);
    for (let questions = 0; fromMs < NOON; questions += 1) {
      expect(questions).toBeLessThan(10);
      const past = await source.past?.({ ...span, fromMs }, 5 * MINUTE_MS);
      if (past === undefined) throw new Error('a past is required');
      expect(past.untilMs).toBeGreaterThan(fromMs);
      found.push(...past.counts.map((bucket) => bucket.posts));
      fromMs = past.untilMs;
    }
    expect(found).toEqual([5, 5, 5, 5, 5, 5, 0, 0, 0, 0, 0, 0]);
  });
});
