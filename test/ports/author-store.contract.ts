import { describe, expect, it } from 'vitest';
import { ConflictError } from '../../functions/model/errors.ts';
import type { AuthorStore } from '../../functions/ports/author-store.ts';
import { AUTHORS } from '../../functions/settings/authors.ts';
import { freshMemory } from '../../functions/signals/author-memory.ts';
import { grownMemory, learned } from '../support/an-author-memory.ts';

const noon = Date.UTC(2026, 0, 6, 12);

/** Every adapter of AuthorStore runs this one suite. */
export function describeAuthorStore(name: string, open: () => Promise<AuthorStore>) {
  describe(`AuthorStore: ${name}`, () => {
    it('knows nothing of a name it never saw', async () => {
      const store = await open();

      expect(await store.load('mastodon')).toBeUndefined();
    });

    it.each([
      ['that knows nobody', freshMemory(AUTHORS)],
      ['of a day', learned()],
      ['of months', grownMemory(30)],
    ])('reads a memory back as it was given, %s', async (_, memory) => {
      const store = await open();

      const saved = await store.save('mastodon:harbour', memory, noon);

      expect(saved).toEqual({ ...memory, version: 1 });
      expect(await store.load('mastodon:harbour')).toEqual(saved);
      expect(await store.load('mastodon')).toBeUndefined();
    });

    it('goes on after each sleep as if it had never slept', async () => {
      const store = await open();
      let awake = freshMemory(AUTHORS);
      let asleep = awake;
      for (let day = 0; day < 8; day += 1) {
        awake = learned(awake, 90, day * 70);
        asleep = await store.save('mastodon', learned(asleep, 90, day * 70), noon);
        asleep = (await store.load('mastodon')) ?? asleep;
      }

      const { version, ...kept } = asleep;
      expect(version).toBe(8);
      expect({ ...kept, version: 0 }).toEqual(awake);
      expect([...kept.createdDays]).toEqual([...awake.createdDays]);
    });

    it('lets one of two writers of the same version win', async () => {
      const store = await open();
      const first = await store.save('mastodon', learned(), noon);
      await store.save('mastodon', learned(first, 20, 500), noon);

      await expect(store.save('mastodon', learned(first, 20, 900), noon)).rejects.toThrow(
        ConflictError,
      );
      await expect(store.save('mastodon', learned(), noon)).rejects.toThrow(ConflictError);
    });
  });
}
