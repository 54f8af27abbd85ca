import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Baseline } from '../../functions/model/baseline.ts';
import { ConflictError, InputError } from '../../functions/model/errors.ts';
import type { BaselineStore } from '../../functions/ports/baseline-store.ts';
import { BURST } from '../../functions/settings/burst.ts';
import { FRESH_DETECTOR, observe } from '../../functions/signals/burst.ts';
import { aBaseline, aChunk } from '../support/a-baseline.ts';

const MINUTE_MS = 60_000;
const CHUNK_MS = 4 * 5 * MINUTE_MS;
const noon = Date.UTC(2026, 0, 6, 12);

const chunks = [0, 1, 2, 3].map((n) =>
  aChunk({ startMs: noon + n * CHUNK_MS, posts: [n, 1, 2, 3] }),
);
const starts = (found: readonly { readonly startMs: number }[]) =>
  found.map(({ startMs }) => (startMs - noon) / CHUNK_MS);

/** Every adapter of BaselineStore runs this one suite. */
export function describeBaselineStore(name: string, open: () => Promise<BaselineStore>) {
  describe(`BaselineStore: ${name}`, () => {
    it('knows nothing of a watch it never saw', async () => {
      const store = await open();

      expect(await store.load('replay:nobody')).toBeUndefined();
      expect(await store.volume('replay:nobody', 0, noon)).toEqual([]);
      await expect(store.remove('replay:nobody')).resolves.toBeUndefined();
    });

    it.each([
      ['with a chunk being filled', {}],
      ['without a chunk', { volume: null }],
      ['in a burst', { openBurstMs: noon }],
      ['in a burst that began with time itself', { openBurstMs: 0 }],
      ['taught by a past', { past: { fromMs: 0, untilMs: noon, counted: 2015 } }],
      [
        'reading a past in which a burst is judged',
        {
          past: {
            ...{ fromMs: 0, untilMs: noon, counted: 9, judgedFromMs: noon - CHUNK_MS },
            burst: {
              ...{
                startMs: noon - 7,
                endMs: null,
                severity: 'alert' as const,
                score: 11.51,
                young: true,
              },
              ...{ youth: { learned: 3, needed: 288 }, expected: 1 / 3, peakPosts: 90 },
              uncountedFromMs: noon - 9,
            },
          },
        },
      ],
      [
        'suspected of a burst',
        {
          suspected: {
            keptFromMs: noon - CHUNK_MS,
            postsUntilMs: noon,
            lookedMs: noon - 1,
            unread: [{ fromMs: noon - 9, toMs: noon - 3 }],
            posts: 812,
            company: { posts: 9, counts: { پاکستان: 3 } },
          },
        },
      ],
      ['with an empty chunk', { volume: aChunk({ posts: [], expected: [] }) }],
      ['with uneven expectations', { volume: aChunk({ expected: [0.1, null, 1e-200, 1 / 3] }) }],
      ['with huge counts', { volume: aChunk({ posts: [2 ** 53 - 2, null, 1e9, 127] }) }],
    ])('reads a baseline back as it was given, %s', async (_, overrides) => {
      const store = await open();
      const baseline = aBaseline(overrides);

      const saved = await store.save(baseline, []);

      expect(saved).toEqual({ ...baseline, version: 1 });
      expect(await store.load(baseline.watchId)).toEqual(saved);
    });

    it('continues after each sleep as if it had never slept', async () => {
      const store = await open();
      const posts = fc.array(fc.oneof(fc.nat(30), fc.nat(100_000)), {
        minLength: 1,
        maxLength: 20,
      });

      await fc.assert(
        fc.asyncProperty(posts, fc.uuid(), async (counts, watchId) => {
          let awake = FRESH_DETECTOR;
          let asleep: Baseline = aBaseline({ watchId, detector: FRESH_DETECTOR });
          for (const [n, count] of counts.entries()) {
            const bucket = { startMs: noon + n * 5 * MINUTE_MS, posts: count };
            awake = observe(awake, bucket, BURST).state;
            const { state } = observe(asleep.detector, bucket, BURST);
            await store.save({ ...asleep, detector: state }, []);
            asleep = (await store.load(watchId)) ?? asleep;
          }
          expect(asleep.version).toBe(counts.length);
          expect(asleep.detector).toEqual(awake);
        }),
        { numRuns: 10, seed: 7 },
      );
    });

    it('refuses a version that is not the stored one', async () => {
      const store = await open();
      const first = await store.save(aBaseline(), []);

      await expect(store.save(aBaseline(), [])).rejects.toThrow(ConflictError);
      await expect(store.save({ ...first, version: 2 }, [])).rejects.toThrow(ConflictError);
      await expect(store.save(aBaseline({ watchId: 'replay:x', version: 3 }), [])).rejects.toThrow(
        ConflictError,
      );
      expect(await store.save(first, [])).toMatchObject({ version: 2 });
    });

    it('lets one of two writers of the same version win', async () => {
      const store = await open();
      const first = await store.save(aBaseline(), []);

      const results = await Promise.allSettled(
        [1, 2].map((n) => store.save({ ...first, learnedUntilMs: noon + n }, [])),
      );

      const won = results.filter((result) => result.status === 'fulfilled');
      expect(won).toHaveLength(1);
      expect(await store.load(first.watchId)).toEqual(won[0]?.value);
    });

    it.each([
      ['all', 0, noon + 4 * CHUNK_MS, [0, 1, 2, 3]],
      ['one, to the millisecond', noon + CHUNK_MS, noon + 2 * CHUNK_MS, [1]],
      ['those of which it sees a part', noon + CHUNK_MS - 1, noon + 2 * CHUNK_MS + 1, [0, 1, 2]],
      ['the one in the middle of which it lies', noon + 30, noon + 40, [0]],
      ['none before', 0, noon, []],
      ['none after', noon + 4 * CHUNK_MS, noon + 9 * CHUNK_MS, []],
      ['none in no time', noon + 5, noon + 5, []],
      ['none in a span that runs backwards', noon + 50, noon, []],
      ['all of all time', Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, [0, 1, 2, 3]],
    ])('finds of the completed chunks %s', async (_, fromMs, toMs, expected) => {
      const store = await open();
      const first = await store.save(aBaseline(), [...chunks].reverse());
      await store.save(aBaseline({ watchId: 'replay:other' }), [aChunk({ startMs: noon })]);

      const found = await store.volume(first.watchId, fromMs, toMs);

      expect(starts(found)).toEqual(expected);
      expect(found).toEqual(chunks.filter((chunk) => expected.includes(chunk.posts[0] ?? -1)));
    });

    it('keeps a completed chunk once, as it was given last', async () => {
      const store = await open();
      const first = await store.save(aBaseline(), chunks.slice(0, 1));
      const corrected = aChunk({ startMs: noon, posts: [0, 1, 2, 4] });
      await store.save(first, [corrected]);

      expect(await store.volume(first.watchId, 0, noon + CHUNK_MS)).toEqual([corrected]);
    });

    it('keeps the completed chunks before it looks at the version', async () => {
      const store = await open();
      const stale = aBaseline({ version: 4 });

      await expect(store.save(stale, chunks)).rejects.toThrow(ConflictError);

      expect(await store.volume(stale.watchId, 0, noon + CHUNK_MS)).toHaveLength(1);
    });

    it('refuses expectations that are no numbers, and keeps what it had', async () => {
      const store = await open();
      const first = await store.save(aBaseline(), []);
      const bad = aChunk({ expected: [Number.NaN, 1, 1, Number.POSITIVE_INFINITY] });

      await expect(store.save({ ...first, volume: bad }, [])).rejects.toThrow(InputError);
      await expect(store.save(first, [bad])).rejects.toThrow(InputError);
      expect(await store.load(first.watchId)).toEqual(first);
    });

    it('forgets a watch with more chunks than one request deletes, and only that', async () => {
      const store = await open();
      const many = Array.from({ length: 60 }, (_, n) => aChunk({ startMs: noon + n * CHUNK_MS }));
      await store.save(aBaseline(), many);
      const other = await store.save(aBaseline({ watchId: 'replay:harbou' }), chunks);

      await store.remove('replay:harbour');

      expect(await store.load('replay:harbour')).toBeUndefined();
      expect(await store.volume('replay:harbour', 0, noon + 60 * CHUNK_MS)).toEqual([]);
      expect(await store.load(other.watchId)).toEqual(other);
      expect(await store.volume(other.watchId, 0, noon + 60 * CHUNK_MS)).toHaveLength(4);
    });

    it('finds more than a megabyte of volume', async () => {
      const store = await open();
      const long = Array.from({ length: 12 }, (_, n) =>
        aChunk({
          startMs: noon + n * 10_000 * MINUTE_MS,
          bucketMinutes: 1,
          posts: Array.from({ length: 10_000 }, (_, m) => m + n),
          expected: Array.from({ length: 10_000 }, (_, m) => (m + n) / 3),
        }),
      );
      await store.save(aBaseline(), long);

      expect(await store.volume('replay:harbour', noon, noon + 120_000 * MINUTE_MS)).toEqual(long);
    });
  });
}
