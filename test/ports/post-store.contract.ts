import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Post } from '../../functions/model/post.ts';
import type { PostStore } from '../../functions/ports/post-store.ts';
import { aPost } from '../support/a-post.ts';
import { anyPost } from '../support/any-post.ts';

const burstId = 'replay:harbour/1767700800000';
const poll = (n: number) => Date.UTC(2026, 0, 6, 12) + n * 60_000;
const some = (...numbers: number[]) => numbers.map((n) => aPost(n));
const range = (length: number, from = 0) => Array.from({ length }, (_, n) => aPost(from + n));

/** Every adapter of PostStore runs this one suite. */
export function describePostStore(name: string, open: () => Promise<PostStore>) {
  describe(`PostStore: ${name}`, () => {
    it('knows nothing of a burst it never saw', async () => {
      const store = await open();

      expect(await store.read(burstId)).toEqual([]);
    });

    it('keeps nothing where a poll saw nothing', async () => {
      const store = await open();
      await store.append(burstId, poll(1), []);
      await store.markGone(burstId, poll(1), []);

      expect(await store.read(burstId)).toEqual([]);
    });

    it('gives posts in order of creation, of its burst only', async () => {
      const store = await open();
      await store.append(burstId, poll(2), some(3, 1));
      await store.append(burstId, poll(1), some(4, 2));
      await store.append(`${burstId}0`, poll(1), some(5));

      expect(await store.read(burstId)).toEqual(some(1, 2, 3, 4));
    });

    it('reads back any post as it was given', async () => {
      const store = await open();
      await fc.assert(
        fc.asyncProperty(fc.array(anyPost, { maxLength: 30 }), fc.uuid(), async (given, id) => {
          const posts = [...new Map(given.map((post) => [post.id, post])).values()];
          await store.append(id, poll(1), posts);

          const byId = (one: Post, other: Post) => (one.id < other.id ? -1 : 1);
          expect([...(await store.read(id))].sort(byId)).toEqual(posts.sort(byId));
        }),
        { numRuns: 30, seed: 11 },
      );
    });

    it('keeps the union of what a poll saw when it is repeated', async () => {
      const store = await open();
      await store.append(burstId, poll(1), some(1, 2, 3));
      await store.append(burstId, poll(1), some(2, 4));
      await store.append(burstId, poll(1), some(1));

      expect(await store.read(burstId)).toEqual(some(1, 2, 3, 4));
    });

    it('keeps all of what one poll saw twice at once', async () => {
      const store = await open();

      await Promise.all(
        [some(1, 2), some(2, 3), some(3, 4), some(4, 5)].map((posts) =>
          store.append(burstId, poll(1), posts),
        ),
      );

      expect(await store.read(burstId)).toEqual(some(1, 2, 3, 4, 5));
    });

    it('gives a post once, as it was first seen', async () => {
      const store = await open();
      const later = aPost(1, { followersBucket: 12 });
      await store.append(burstId, poll(2), [later, ...some(2, 2)]);
      await store.append(burstId, poll(1), some(1));

      expect(await store.read(burstId)).toEqual(some(1, 2));
    });

    it('gives only posts that were seen since a poll, if asked', async () => {
      const store = await open();
      await store.append(burstId, poll(1), some(1, 2));
      await store.append(burstId, poll(2), some(2, 3));
      await store.append(burstId, poll(3), some(4));

      expect(await store.read(burstId, poll(2))).toEqual(some(2, 3, 4));
      expect(await store.read(burstId, poll(2) + 1)).toEqual(some(4));
      expect(await store.read(burstId, poll(9))).toEqual([]);
    });

    it('marks a post with the poll that first missed it', async () => {
      const store = await open();
      await store.append(burstId, poll(1), some(1, 2, 3));
      await store.markGone(burstId, poll(3), [aPost(1).id, aPost(2).id]);
      await store.markGone(burstId, poll(2), [aPost(1).id]);
      await store.markGone(burstId, poll(4), [aPost(1).id, 'never seen']);

      const posts = await store.read(burstId);

      expect(posts.map((post) => post.deletedMs)).toEqual([poll(2), poll(3), null]);
      expect(await store.read(burstId, poll(2))).toEqual([]);
    });

    it('keeps the notes of a poll that is repeated, and a deletion that was known before', async () => {
      const store = await open();
      const known = aPost(3, { deletedMs: poll(1) });
      await store.append(burstId, poll(1), [...some(1, 2), known]);
      await store.markGone(burstId, poll(2), [aPost(1).id]);
      await store.markGone(burstId, poll(2), [aPost(2).id, known.id]);

      const posts = await store.read(burstId, poll(1));

      expect(posts.map((post) => post.deletedMs)).toEqual([poll(2), poll(2), poll(1)]);
    });

    it('takes any number of posts, and a repeat that saw others', async () => {
      const store = await open();
      await store.append(burstId, poll(1), range(7_000));
      await store.append(burstId, poll(1), range(5_000, 4_000));
      await store.markGone(
        burstId,
        poll(2),
        range(9_000).map((post) => post.id),
      );

      const posts = await store.read(burstId);

      expect(posts).toHaveLength(9_000);
      expect(new Set(posts.map((post) => post.id)).size).toBe(9_000);
      expect(posts.every((post) => post.deletedMs === poll(2))).toBe(true);
    });
  });
}
