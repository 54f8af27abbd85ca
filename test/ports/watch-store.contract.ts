import { describe, expect, it } from 'vitest';
import { ConflictError } from '../../functions/model/errors.ts';
import { type Watch, watchIdOf } from '../../functions/model/watch.ts';
import type { WatchStore } from '../../functions/ports/watch-store.ts';
import { aWatch } from '../support/a-watch.ts';

/** Every adapter of WatchStore runs this one suite; a twin that drifts from DynamoDB fails here first. */
export function describeWatchStore(name: string, open: () => Promise<WatchStore>) {
  describe(`WatchStore: ${name}`, () => {
    it('knows nothing of a watch it never saw', async () => {
      const store = await open();

      expect(await store.get('replay:nobody')).toBeUndefined();
      expect(await store.due('5#3')).toEqual([]);
      expect(await store.list(10)).toEqual([]);
      expect(await store.remove('replay:nobody')).toBe(false);
    });

    it.each([
      ['an ordinary watch', aWatch()],
      [
        'a stale watch of a server, in Urdu',
        aWatch({
          watchId: watchIdOf('mastodon', 'پاکستان', 'social.example:8443'),
          source: 'mastodon',
          place: 'social.example:8443',
          hashtag: 'پاکستان',
          state: 'suspected',
          health: {
            state: 'stale',
            reason: 'server answered 503',
            sinceMs: 1_767_700_000_000,
            retryAtMs: 1_767_700_300_000,
          },
        }),
      ],
      ['a paused watch', aWatch({ state: 'paused' })],
      [
        'a watch that was found on a trend list',
        aWatch({
          origin: { kind: 'discovered', list: 'mastodon@one.example', untilMs: 9, judgeFromMs: 7 },
        }),
      ],
    ])('reads back %s as it was given', async (_, watch) => {
      const store = await open();

      const saved = await store.save(watch);

      expect(saved).toEqual({ ...watch, version: 1 });
      expect(await store.get(watch.watchId)).toEqual(saved);
    });

    it('refuses a second watch of one name, and a version that is not the stored one', async () => {
      const store = await open();
      const first = await store.save(aWatch());

      await expect(store.save(aWatch())).rejects.toThrow(ConflictError);
      await expect(store.save({ ...first, version: 2 })).rejects.toThrow(ConflictError);
      await expect(store.save(aWatch({ watchId: 'replay:x', version: 1 }))).rejects.toThrow(
        ConflictError,
      );
      expect(await store.save({ ...first, state: 'paused' })).toMatchObject({ version: 2 });
    });

    it('lets one of two writers of the same version win', async () => {
      const store = await open();
      const first = await store.save(aWatch());

      const results = await Promise.allSettled([
        store.save({ ...first, intervalMinutes: 15 }),
        store.save({ ...first, intervalMinutes: 60 }),
      ]);

      const won = results.filter((result) => result.status === 'fulfilled');
      expect(won).toHaveLength(1);
      expect(await store.get(first.watchId)).toEqual(won[0]?.value);
    });

    it('finds watches by the slot they are due in', async () => {
      const store = await open();
      const calm = await store.save(aWatch());
      const bursting = await store.save(aWatch({ watchId: 'replay:storm', state: 'bursting' }));
      await store.save(aWatch({ watchId: 'replay:rest', state: 'paused' }));

      expect(await store.due('5#3')).toEqual([calm]);
      expect(await store.due('1#0')).toEqual([bursting]);
      expect(await store.due('5#2')).toEqual([]);
    });

    it('moves a watch from slot to slot as it changes', async () => {
      const store = await open();
      const calm = await store.save(aWatch());

      const bursting = await store.save({ ...calm, state: 'bursting' });
      expect(await store.due('5#3')).toEqual([]);
      expect(await store.due('1#0')).toEqual([bursting]);

      await store.save({ ...bursting, state: 'paused' });
      expect(await store.due('1#0')).toEqual([]);
      expect(await store.list(10)).toHaveLength(1);
    });

    it('lists all watches by name, page after page', async () => {
      const store = await open();
      const names = ['replay:b', 'replay:پ', 'replay:a', 'replay:ab', 'replay:💡', 'replay:ﬀ'];
      for (const watchId of names) await store.save(aWatch({ watchId, state: 'paused' }));

      const all = (await store.list(100)).map((watch) => watch.watchId);
      const pages: string[] = [];
      for (let page = await store.list(2); page.length > 0; ) {
        pages.push(...page.map((watch) => watch.watchId));
        page = await store.list(2, pages.at(-1));
      }

      expect(all).toEqual([
        'replay:a',
        'replay:ab',
        'replay:b',
        'replay:پ',
        'replay:ﬀ',
        'replay:💡',
      ]);
      expect(pages).toEqual(all);
    });

    it('counts the watches of a source and place that can see anything', async () => {
      const store = await open();
      const health = { state: 'stale', reason: 'server answered 503', sinceMs: 1 } as const;
      const at = (hashtag: string, place: string, some: Partial<Watch> = {}) =>
        store.save(
          aWatch({
            ...{ watchId: watchIdOf('mastodon', hashtag, place), source: 'mastodon' },
            ...{ hashtag, place, ...some },
          }),
        );
      await at('calm', 'one.example');
      await at('storm', 'one.example', { state: 'bursting' });
      await at('rest', 'one.example', { state: 'paused' });
      await at('ill', 'one.example', { health });
      await at('calm', 'two.example');
      await store.save(aWatch());

      expect(await store.count('mastodon', 'one.example')).toBe(2);
      expect(await store.count('mastodon', 'two.example')).toBe(1);
      expect(await store.count('replay', null)).toBe(1);
      expect(await store.count('mastodon', null)).toBe(0);
    });

    it('counts more than a megabyte of watches', async () => {
      const store = await open();
      for (let number = 0; number < 90; number += 1)
        await store.save(aWatch({ watchId: `replay:${number}`, hashtag: 'x'.repeat(16_000) }));

      expect(await store.count('replay', null)).toBe(90);
    });

    it('forgets a watch, and lets it be made anew', async () => {
      const store = await open();
      await store.save(aWatch());

      expect(await store.remove('replay:harbour')).toBe(true);
      expect(await store.get('replay:harbour')).toBeUndefined();
      expect(await store.due('5#3')).toEqual([]);
      expect(await store.list(10)).toEqual([]);
      expect(await store.save(aWatch())).toMatchObject({ version: 1 });
    });

    it('forgets a watch of one version only, where that is asked', async () => {
      const store = await open();
      const first = await store.save(aWatch());
      const second = await store.save({ ...first, state: 'paused' });

      expect(await store.remove('replay:harbour', first.version)).toBe(false);
      expect(await store.get('replay:harbour')).toEqual(second);
      expect(await store.remove('replay:harbour', second.version)).toBe(true);
      expect(await store.remove('replay:harbour', second.version)).toBe(false);
    });

    it('finds more than a megabyte of due watches', async () => {
      const store = await open();
      const reason = 'x'.repeat(16_000);
      const names = Array.from({ length: 90 }, (_, n) => `replay:${String(n).padStart(2, '0')}`);
      for (const watchId of names)
        await store.save(aWatch({ watchId, health: { state: 'stale', reason, sinceMs: 1 } }));

      const due = await store.due('5#3');
      const listed = await store.list(85);

      expect(due.map((watch) => watch.watchId).sort()).toEqual(names);
      expect(listed.map((watch) => watch.watchId)).toEqual(names.slice(0, 85));
    });
  });
}
