import { describe, expect, it } from 'vitest';
import { ConflictError } from '../../functions/model/errors.ts';
import { STAY_STATES } from '../../functions/model/trend-list.ts';
import type { TrendStore } from '../../functions/ports/trend-store.ts';
import { aTrendList } from '../support/a-trend-list.ts';

/** Every adapter of TrendStore runs this one suite. */
export function describeTrendStore(name: string, open: () => Promise<TrendStore>) {
  describe(`TrendStore: ${name}`, () => {
    it('knows no list at first', async () => {
      expect(await (await open()).all()).toEqual([]);
    });

    it('reads back lists as they were given, whatever became of their hashtags', async () => {
      const store = await open();
      const stale = { state: 'stale', reason: 'server answered 503', sinceMs: 5 } as const;
      const one = await store.save(
        aTrendList({
          stays: STAY_STATES.map((state, index) => ({
            hashtag: `سیلاب${index}`,
            display: `سیلاب${index}`,
            sinceMs: index,
            absentMs: 2 * index,
            state,
            ...(state === 'open' && { openedMs: 7 }),
          })),
        }),
      );
      const other = await store.save(aTrendList({ name: 'bluesky', readMs: 0, health: stale }));

      const all = await store.all();

      expect(one.version).toBe(1);
      expect([...all].sort((a, b) => b.name.localeCompare(a.name))).toEqual([one, other]);
    });

    it('refuses a second list of one name, and a version that is not the stored one', async () => {
      const store = await open();
      const first = await store.save(aTrendList());

      await expect(store.save(aTrendList())).rejects.toThrow(ConflictError);
      await expect(store.save({ ...first, version: 2 })).rejects.toThrow(ConflictError);
      expect(await store.save({ ...first, readMs: 9 })).toMatchObject({ version: 2, readMs: 9 });
    });

    it('forgets a list, and lets it be made anew', async () => {
      const store = await open();
      await store.save(aTrendList());

      await store.remove(aTrendList().name);
      await store.remove(aTrendList().name);

      expect(await store.all()).toEqual([]);
      expect(await store.save(aTrendList())).toMatchObject({ version: 1 });
    });
  });
}
