import { describe, expect, it } from 'vitest';
import type { Alert } from '../../functions/model/alert.ts';
import { type Burst, PARTICIPANT_SKETCH_SIZE } from '../../functions/model/burst.ts';
import { ConflictError, InputError } from '../../functions/model/errors.ts';
import { measured } from '../../functions/model/evidence.ts';
import type { BurstQuery, BurstStore } from '../../functions/ports/burst-store.ts';
import { aBurst } from '../support/a-burst.ts';
import { aShadow } from '../support/a-shadow.ts';
import { aVerdict } from '../support/a-verdict.ts';

const DAY_MS = 86_400_000;
const noon = Date.UTC(2026, 0, 6, 12);
const everything = { fromMs: 0, toMs: Number.POSITIVE_INFINITY, limit: 200 } satisfies BurstQuery;

function anAlert(overrides: Partial<Alert> = {}): Alert {
  return {
    alertId: `replay:harbour/${noon}#coordinated`,
    level: 'coordinated',
    state: 'pending',
    raisedMs: noon + 600_000,
    sentMs: null,
    ...overrides,
  };
}

/** Every page of a query, one after the other. */
async function pagesOf(
  store: BurstStore,
  query: BurstQuery,
): Promise<readonly (readonly Burst[])[]> {
  const pages: (readonly Burst[])[] = [];
  let cursor: string | null = null;
  do {
    const page = await store.list({ ...query, ...(cursor !== null && { cursor }) });
    pages.push(page.bursts);
    cursor = page.next;
  } while (cursor !== null);
  return pages;
}

const ids = (bursts: readonly Burst[]) => bursts.map((burst) => burst.burstId);

/** Every adapter of BurstStore runs this one suite. */
export function describeBurstStore(name: string, open: () => Promise<BurstStore>) {
  describe(`BurstStore: ${name}`, () => {
    it('knows nothing of a burst it never saw', async () => {
      const store = await open();

      expect(await store.get('replay:nobody', noon)).toBeUndefined();
      expect(await store.list(everything)).toEqual({ bursts: [], next: null });
      expect(await store.ofWatch('replay:nobody', 5)).toEqual([]);
      expect(await store.pendingAlerts(5)).toEqual([]);
    });

    it.each<[string, Partial<Burst>]>([
      ['that was just opened', {}],
      [
        'with all that it may have',
        {
          source: 'mastodon',
          place: 'social.example',
          hashtag: 'پاکستان_زندہ',
          endMs: noon + DAY_MS,
          verdict: aVerdict(),
          firstSuspiciousMs: noon + 1,
          firstCoordinatedMs: noon + 2,
          shadow: aShadow({ strength: 0.1 + 0.2 }),
          sketch: {
            accounts: Array.from({ length: PARTICIPANT_SKETCH_SIZE }, (_, n) =>
              (n * 7919).toString(16).padStart(20, '0'),
            ),
            total: 4_000,
          },
          company: { posts: 4_200, counts: { پاکستان: 4_100, 'wm-2026': 1 } },
          alert: anAlert({ state: 'sent', sentMs: noon + 700_000 }),
        },
      ],
      [
        'of which posts were left out',
        {
          keptFromMs: noon - 600_000,
          lookedMs: noon + 60_000,
          unread: [
            { fromMs: noon, toMs: noon + 1 },
            { fromMs: noon + 9, toMs: noon + 60_000 },
          ],
          counted: { fromMs: noon - 600_000, untilMs: noon + 300_000, posts: 9_999 },
          sample: { kept: 812, counted: 9_999 },
        },
      ],
      ['with nobody in its sketch', { sketch: { accounts: [], total: 0 } }],
      [
        'with numbers beyond those of the database',
        {
          expected: 1e-200,
          score: 1e300,
          peakPosts: Number.MAX_SAFE_INTEGER,
          verdict: aVerdict({
            strength: 0.1 + 0.2,
            evidence: [measured('groups', 5e-324, 2 ** 60, 1, { ratio: -1e-150 })],
          }),
        },
      ],
    ])('reads back a burst %s as it was given', async (_, overrides) => {
      const store = await open();
      const burst = aBurst(overrides);

      const saved = await store.save(burst);

      expect(saved).toEqual({ ...burst, version: 1 });
      expect(await store.get(burst.watchId, burst.startMs)).toEqual(saved);
      expect((await store.list(everything)).bursts).toEqual([saved]);
    });

    it('refuses a number that is none, and keeps what it had', async () => {
      const store = await open();
      const first = await store.save(aBurst());
      const endless = aVerdict({ evidence: [measured('burst', Number.POSITIVE_INFINITY, 1, 1)] });

      await expect(store.save({ ...first, verdict: endless })).rejects.toThrow(InputError);
      expect(await store.get(first.watchId, first.startMs)).toEqual(first);
    });

    it('refuses a second burst of one start, and a version that is not the stored one', async () => {
      const store = await open();
      const first = await store.save(aBurst());

      await expect(store.save(aBurst())).rejects.toThrow(ConflictError);
      await expect(store.save({ ...first, version: 5 })).rejects.toThrow(ConflictError);
      await expect(store.save(aBurst({ startMs: noon + 1, version: 1 }))).rejects.toThrow(
        ConflictError,
      );
      expect(await store.save({ ...first, peakPosts: 900 })).toMatchObject({ version: 2 });
    });

    it('lets one of two writers of the same version win, its alert with it', async () => {
      const store = await open();
      const first = await store.save(aBurst());

      const results = await Promise.allSettled([
        store.save({ ...first, verdict: aVerdict(), alert: anAlert() }),
        store.save({ ...first, peakPosts: 181 }),
      ]);

      const won = results.filter((result) => result.status === 'fulfilled');
      expect(won).toHaveLength(1);
      const stored = await store.get(first.watchId, first.startMs);
      expect(stored).toEqual(won[0]?.value);
      expect(await store.pendingAlerts(5)).toEqual(stored?.alert ? [stored] : []);
    });

    it('lists the newest first, from the first moment on and up to the last', async () => {
      const store = await open();
      const startsMs = [noon, noon + 3 * DAY_MS, noon + 1, noon - 40 * DAY_MS];
      for (const startMs of startsMs) await store.save(aBurst({ startMs }));

      const all = await store.list(everything);
      const some = await store.list({ fromMs: noon, toMs: noon + 3 * DAY_MS, limit: 10 });

      expect(all.bursts.map((burst) => burst.startMs)).toEqual([...startsMs].sort((a, b) => b - a));
      expect(some.bursts.map((burst) => burst.startMs)).toEqual([noon + 1, noon]);
      expect(await store.list({ fromMs: noon + 5, toMs: noon + 5, limit: 5 })).toEqual({
        bursts: [],
        next: null,
      });
    });

    it('gives each burst once, page after page, also those that start together', async () => {
      const store = await open();
      for (const start of [0, 1, 2])
        for (const watch of ['a', 'b', 'c', 'd', 'e'])
          await store.save(aBurst({ watchId: `replay:${watch}`, startMs: noon + start * DAY_MS }));

      for (const limit of [1, 2, 4, 5, 14, 15, 16]) {
        const pages = await pagesOf(store, { ...everything, limit });
        const found = pages.flat();

        expect(new Set(ids(found)).size).toBe(15);
        expect(found).toHaveLength(15);
        expect(pages).toHaveLength(Math.ceil(15 / limit));
        expect(found.map((burst) => burst.startMs)).toEqual(
          found.map((burst) => burst.startMs).sort((a, b) => b - a),
        );
      }
    });

    it('goes on where it was, though newer bursts came in between', async () => {
      const store = await open();
      for (const n of [1, 2, 3]) await store.save(aBurst({ startMs: noon + n }));
      const first = await store.list({ ...everything, limit: 2 });
      await store.save(aBurst({ startMs: noon + 9 }));

      const second = await store.list({ ...everything, limit: 2, cursor: first.next ?? '' });

      expect(second.bursts.map((burst) => burst.startMs)).toEqual([noon + 1]);
      expect(second.next).toBeNull();
    });

    it.each<[string, Partial<BurstQuery>, readonly number[]]>([
      ['a level', { level: 'coordinated' }, [7, 4, 1]],
      ['undecided, which a burst without a verdict is not yet', { level: 'undecided' }, [6, 3, 0]],
      ['versions that differ', { differs: true }, [4, 3]],
      ['a source', { source: 'mastodon' }, [6, 4, 2, 0]],
      ['a part of the hashtag', { q: 'bour' }, [8, 7, 6, 5]],
      ['all at once', { level: 'coordinated', source: 'mastodon', q: 'irl' }, [4]],
      ['something that no burst has', { q: 'nowhere' }, []],
    ])('filters by %s, before it counts a page', async (_, filter, expected) => {
      const store = await open();
      for (let n = 0; n < 9; n += 1) {
        const level = (['undecided', 'coordinated'] as const)[n % 3];
        await store.save(
          aBurst({
            startMs: noon + n,
            hashtag: n < 5 ? 'girl' : 'harbour',
            source: n % 2 === 0 && n < 8 ? 'mastodon' : 'replay',
            verdict: level === undefined ? null : aVerdict({ level }),
            shadow: n < 3 || n > 5 ? null : aShadow({ level: 'suspicious' }),
          }),
        );
      }

      for (const limit of [1, 2, 200]) {
        const pages = await pagesOf(store, { ...everything, ...filter, limit });
        expect(pages.flat().map((burst) => burst.startMs - noon)).toEqual(expected);
        expect(pages.every((page) => page.length <= limit)).toBe(true);
      }
    });

    it('finds a burst by its hashtag in the spelling of an earlier release', async () => {
      const store = await open();
      await store.save(aBurst({ startMs: noon, hashtag: 'پاكستان' }));

      const { bursts } = await store.list({ ...everything, q: 'پاکستان' });
      expect(bursts).toHaveLength(1);
    });

    it.each(['', 'nonsense', 'WyJhIiwxXQ', 'e30'])('refuses the cursor "%s"', async (cursor) => {
      const store = await open();

      await expect(store.list({ ...everything, cursor })).rejects.toThrow(InputError);
    });

    it('lists the bursts of one watch, newest first', async () => {
      const store = await open();
      for (const n of [2, 3, 1]) await store.save(aBurst({ startMs: noon + n }));
      await store.save(aBurst({ watchId: 'replay:harbour2', startMs: noon + 4 }));

      const found = await store.ofWatch('replay:harbour', 2);

      expect(found.map((burst) => burst.startMs - noon)).toEqual([3, 2]);
    });

    it('finds alerts that wait, the longest waiting first, until they are sent', async () => {
      const store = await open();
      const raised = [3, 1, 2].map((n) => ({ n, alert: anAlert({ raisedMs: noon + n }) }));
      for (const { n, alert } of raised) await store.save(aBurst({ startMs: noon + n, alert }));
      await store.save(aBurst({ startMs: noon + 8 }));
      await store.save(aBurst({ startMs: noon + 9, alert: anAlert({ state: 'sent', sentMs: 1 }) }));

      const waiting = await store.pendingAlerts(2);
      expect(waiting.map((burst) => burst.alert?.raisedMs)).toEqual([noon + 1, noon + 2]);

      for (const burst of await store.pendingAlerts(10))
        await store.save({ ...burst, alert: anAlert({ state: 'sent', sentMs: noon + 50 }) });
      expect(await store.pendingAlerts(10)).toEqual([]);
    });

    it('finds more than a megabyte of bursts', async () => {
      const store = await open();
      const undecidedBecause = 'x'.repeat(30_000);
      const verdict = aVerdict({ level: 'undecided', undecidedBecause });
      for (let n = 0; n < 45; n += 1) {
        const alert = anAlert({ raisedMs: noon + n });
        await store.save(aBurst({ startMs: noon + n, verdict, alert }));
      }

      const pages = await pagesOf(store, { ...everything, level: 'undecided', limit: 20 });

      expect(pages.map((page) => page.length)).toEqual([20, 20, 5]);
      expect(await store.ofWatch('replay:harbour', 44)).toHaveLength(44);
      expect(await store.pendingAlerts(44)).toHaveLength(44);
    });
  });
}
