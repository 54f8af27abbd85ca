import { describe, expect, it } from 'vitest';
import { ConflictError } from '../../functions/model/errors.ts';
import type { Rise, SourceTide, Surge } from '../../functions/model/surge.ts';
import type { TideStore } from '../../functions/ports/tide-store.ts';

const NOON = Date.UTC(2026, 0, 6, 12);
const MINUTE_MS = 60_000;

function aRise(number: number, atMs = NOON, counter = 'mastodon@one.example'): Rise {
  const hashtag = number === 0 ? 'سیلاب' : `tag${number}`;
  return { counter, watchId: `mastodon:${hashtag}@one.example`, hashtag, atMs };
}

function aSurge(raisedMs: number, state: 'pending' | 'sent' = 'pending'): Surge {
  return {
    ...{ rose: 812, watched: 1000, fromMs: NOON - 5 * MINUTE_MS, untilMs: NOON },
    hashtags: ['سیلاب', 'harbour'],
    notice: {
      noticeId: `surge:mastodon@one.example/${raisedMs}`,
      ...{ state, raisedMs, sentMs: state === 'sent' ? raisedMs + 1 : null },
    },
  };
}

function aTide(place: string | null, surge: Surge | null): SourceTide {
  const source = place === null ? 'replay' : 'mastodon';
  return { source, place, watched: 1000, watchedMs: NOON, surge, version: 0 };
}

/** Every adapter of TideStore runs this one suite. */
export function describeTideStore(name: string, open: () => Promise<TideStore>) {
  describe(`TideStore: ${name}`, () => {
    it('knows nothing of a source it never saw', async () => {
      const store = await open();
      expect(await store.get('replay')).toBeUndefined();
      expect(await store.rises('replay', 0, NOON)).toEqual([]);
      expect(await store.pendingNotices(10)).toEqual([]);
    });

    it('reads back the rises of a span, its end apart, earliest first, of one source only', async () => {
      const store = await open();
      const at = (minute: number) => NOON + minute * MINUTE_MS;
      for (const [number, minute] of [3, -1, 0, 1, 2].entries())
        await store.noteRise(aRise(number, at(minute)));
      await store.noteRise(aRise(9, at(1), 'mastodon@two.example'));
      await store.noteRise(aRise(9, at(1), 'mastodon'));

      const found = await store.rises('mastodon@one.example', at(0), at(3));

      expect(found).toEqual([aRise(2, at(0)), aRise(3, at(1)), aRise(4, at(2))]);
      expect(await store.rises('mastodon@one.example', at(3), at(3))).toEqual([]);
      expect(await store.rises('mastodon@one.example', at(3), at(4))).toEqual([aRise(0, at(3))]);
    });

    it('counts a rise once however often it is noted, and two watches of one minute twice', async () => {
      const store = await open();
      const noted = [aRise(1), aRise(2), aRise(1), aRise(1, NOON + MINUTE_MS)];
      await Promise.all(noted.map((rise) => store.noteRise(rise)));

      const found = await store.rises('mastodon@one.example', NOON, NOON + 2 * MINUTE_MS);

      expect(found.map(({ hashtag }) => hashtag).sort()).toEqual(['tag1', 'tag1', 'tag2']);
    });

    it('tells three thousand rises of one minute apart, over more than a page', async () => {
      const store = await open();
      const counter = 'mastodon@one.example';
      const rises = Array.from({ length: 3000 }, (_, number) => ({
        ...aRise(number + 1),
        hashtag: `${'a long hashtag '.repeat(30)}${number}`,
      }));
      for (let from = 0; from < rises.length; from += 100)
        await Promise.all(rises.slice(from, from + 100).map((rise) => store.noteRise(rise)));

      const found = await store.rises(counter, NOON, NOON + MINUTE_MS);

      expect(new Set(found.map(({ watchId }) => watchId)).size).toBe(3000);
    });

    it.each([
      ['without a surge', aTide(null, null)],
      ['with one', aTide('one.example', aSurge(NOON))],
    ])('reads back a tide %s as it was given', async (_, tide) => {
      const store = await open();
      const saved = await store.save(tide);
      expect(saved).toEqual({ ...tide, version: 1 });
      expect(await store.get(tide.place === null ? 'replay' : 'mastodon@one.example')).toEqual(
        saved,
      );
    });

    it('lets one of two writers of the same version win', async () => {
      const store = await open();
      const first = await store.save(aTide('one.example', null));
      await expect(store.save(aTide('one.example', null))).rejects.toThrow(ConflictError);

      const results = await Promise.allSettled([
        store.save({ ...first, watched: 5 }),
        store.save({ ...first, watched: 6 }),
      ]);

      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await expect(store.save({ ...first, version: 7 })).rejects.toThrow(ConflictError);
    });

    it('finds notices that wait, the longest first, and those that were sent no longer', async () => {
      const store = await open();
      const late = await store.save(aTide('late.example', aSurge(NOON + 2)));
      const early = await store.save(aTide('early.example', aSurge(NOON)));
      await store.save(aTide('told.example', aSurge(NOON + 1, 'sent')));
      await store.save(aTide(null, null));

      expect(await store.pendingNotices(10)).toEqual([early, late]);
      expect(await store.pendingNotices(1)).toEqual([early]);
      await store.save({ ...early, surge: aSurge(NOON, 'sent') });
      expect(await store.pendingNotices(10)).toEqual([late]);
    });
  });
}
