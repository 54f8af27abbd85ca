import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConflictError } from '../../functions/model/errors.ts';
import type { SealedPost } from '../../functions/model/post.ts';
import type { Vouched } from '../../functions/model/vouched.ts';
import type { IngestStore } from '../../functions/ports/ingest-store.ts';
import { aHandedInPost } from '../support/a-handed-in-post.ts';
import { allOf } from '../support/all-of.ts';
import { anyPost } from '../support/any-post.ts';

const MINUTE_MS = 60_000;
const START_MS = Date.UTC(2026, 0, 6, 12);
const shelf = { partner: 'newsroom', hashtag: 'harbour' };
const vouched: Vouched = {
  ...shelf,
  sinceMs: START_MS,
  spans: [{ fromMs: START_MS, toMs: START_MS + 1 }],
  version: 0,
};

const at = (number: number, minute: number, deletedMs?: number): SealedPost =>
  aHandedInPost(number, {
    createdMs: START_MS + minute * MINUTE_MS + number,
    ...(deletedMs !== undefined && { deletedMs }),
  });
const ids = (...posts: readonly SealedPost[]) => posts.map(({ id }) => id);

type Order = 'newest-first' | 'oldest-first';
async function portions(
  store: IngestStore,
  fromMs = 0,
  toMs = START_MS * 2,
  order: Order = 'oldest-first',
) {
  return allOf(store.read(shelf, fromMs, toMs, order));
}
async function all(store: IngestStore): Promise<readonly SealedPost[]> {
  const posts = (await portions(store)).flat();
  return posts.sort(
    (one, other) => one.createdMs - other.createdMs || (one.id < other.id ? -1 : 1),
  );
}

/** Every adapter of IngestStore runs this one suite. */
export function describeIngestStore(name: string, open: () => Promise<IngestStore>) {
  describe(`IngestStore: ${name}`, () => {
    it('knows nothing of what nobody handed in', async () => {
      const store = await open();

      expect(await portions(store)).toEqual([]);
      expect(await store.vouched('newsroom', null)).toBeUndefined();
      expect(await store.vouched('newsroom', 'harbour')).toBeUndefined();
      expect(await store.add(shelf, [])).toEqual({ fresh: [], ended: [] });
    });

    it('keeps posts of a partner and a hashtag apart from those of others', async () => {
      const store = await open();
      await store.add(shelf, [at(1, 0)]);
      await store.add({ ...shelf, partner: 'archive' }, [at(2, 0)]);
      await store.add({ ...shelf, hashtag: 'harbours' }, [at(3, 0)]);

      expect(await all(store)).toEqual([at(1, 0)]);
    });

    it('reads back any post as it was given', async () => {
      const store = await open();
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(anyPost, fc.array(fc.string({ unit: 'grapheme' }))), { maxLength: 20 }),
          fc.uuid(),
          async (given, partner) => {
            const posts = given.map(([sealed, hashtags]) => {
              return { id: sealed.id, createdMs: sealed.createdMs, sealed, hashtags };
            });
            const once = [...new Map(posts.map((post) => [post.id, post])).values()].filter(
              ({ createdMs }) => createdMs >= 0,
            );
            const own = { partner, hashtag: 'harbour' };
            await store.add(own, once);

            const read = store.read(own, 0, Number.MAX_SAFE_INTEGER, 'newest-first');
            const byId = (one: SealedPost, other: SealedPost) => (one.id < other.id ? -1 : 1);
            const found = (await allOf(read)).flat();
            expect(found.sort(byId)).toEqual(once.sort(byId));
          },
        ),
        { numRuns: 20, seed: 7 },
      );
    });

    it('tells what was new', async () => {
      const store = await open();

      expect(await store.add(shelf, [at(1, 0), at(2, 1)])).toEqual({
        fresh: ids(at(1, 0), at(2, 1)),
        ended: [],
      });
      expect(await store.add(shelf, [at(2, 1), at(3, 1), at(3, 1)])).toEqual({
        fresh: ids(at(3, 1)),
        ended: [],
      });
      expect(await store.add(shelf, [at(1, 0), at(3, 1)])).toEqual({ fresh: [], ended: [] });
      expect(await all(store)).toEqual([at(1, 0), at(2, 1), at(3, 1)]);
    });

    it('keeps the earliest deletion that was told', async () => {
      const store = await open();
      const [early, late] = [START_MS + 5 * MINUTE_MS, START_MS + 9 * MINUTE_MS];
      await store.add(shelf, [at(1, 0), at(2, 0, late)]);

      expect((await store.add(shelf, [at(1, 0, late), at(2, 0, late)])).ended).toEqual(
        ids(at(1, 0)),
      );
      expect((await store.add(shelf, [at(1, 0, early), at(2, 0, early)])).ended).toHaveLength(2);
      expect((await store.add(shelf, [at(1, 0, late), at(2, 0)])).ended).toEqual([]);
      expect(await all(store)).toEqual([at(1, 0, early), at(2, 0, early)]);
    });

    it('keeps each post once where the same is handed in twice at once', async () => {
      const store = await open();
      const batches = [
        [at(1, 0), at(2, 0)],
        [at(1, 0), at(2, 0)],
        [at(2, 0), at(3, 1)],
        [at(3, 1), at(4, 1)],
      ];
      await Promise.all(batches.map((batch) => store.add(shelf, batch)));

      expect(await all(store)).toEqual([at(1, 0), at(2, 0), at(3, 1), at(4, 1)]);
    });

    it('reads from a moment to before another, minute by minute, in either order', async () => {
      const store = await open();
      const posts = [at(1, 0), at(2, 0), at(3, 2), at(4, 3)];
      await store.add(shelf, posts);
      const [fromMs, toMs] = [at(2, 0).createdMs, at(4, 3).createdMs];

      expect(await portions(store, fromMs, toMs)).toEqual([[at(2, 0)], [at(3, 2)]]);
      expect(await portions(store, fromMs, toMs + 1, 'newest-first')).toEqual([
        [at(4, 3)],
        [at(3, 2)],
        [at(2, 0)],
      ]);
      expect(await portions(store, toMs, toMs)).toEqual([]);
    });

    it('takes any number of posts', async () => {
      const store = await open();
      const many = Array.from({ length: 4_000 }, (_, n) => at(n, n % 3));
      expect((await store.add(shelf, many)).fresh).toHaveLength(4_000);
      expect((await store.add(shelf, many.slice(1_000))).fresh).toEqual([]);

      const read = await portions(store);
      expect(read.map((minute) => minute.length)).toEqual([1_334, 1_333, 1_333]);
    });

    it('keeps what a partner vouches for, conditional on its version', async () => {
      const store = await open();
      const first = await store.saveVouched(vouched);

      expect(first).toEqual({ ...vouched, version: 1 });
      expect(await store.vouched('newsroom', 'harbour')).toEqual(first);
      expect(await store.vouched('newsroom', null)).toBeUndefined();
      await expect(store.saveVouched(vouched)).rejects.toThrow(ConflictError);

      const second = await store.saveVouched({ ...first, spans: [] });
      await expect(store.saveVouched(first)).rejects.toThrow(ConflictError);
      expect(await store.vouched('newsroom', 'harbour')).toEqual(second);
    });

    it('forgets what was vouched for of one hashtag', async () => {
      const store = await open();
      await store.saveVouched(vouched);
      await store.saveVouched({ ...vouched, hashtag: null });
      await store.forget(shelf);
      await store.forget(shelf);

      expect(await store.vouched('newsroom', 'harbour')).toBeUndefined();
      expect(await store.vouched('newsroom', null)).toMatchObject({ version: 1 });
      expect(await store.saveVouched(vouched)).toMatchObject({ version: 1 });
    });

    it('counts batches and lines of a partner in a minute', async () => {
      const store = await open();
      const draws = await Promise.all([
        store.draw('newsroom', 5, START_MS),
        store.draw('newsroom', 7, START_MS + 59_999),
      ]);

      expect(draws.map(({ batches }) => batches).sort()).toEqual([1, 2]);
      expect(await store.draw('newsroom', 1, START_MS + 1)).toEqual({ batches: 3, lines: 13 });
      expect(await store.draw('archive', 2, START_MS)).toEqual({ batches: 1, lines: 2 });
      expect(await store.draw('newsroom', 4, START_MS + MINUTE_MS)).toEqual({
        batches: 1,
        lines: 4,
      });
    });
  });
}
