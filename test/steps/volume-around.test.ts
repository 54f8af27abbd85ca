import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryBaselineStore } from '../../functions/adapters/memory/baseline-store.ts';
import { volumeAround } from '../../functions/steps/volume-around.ts';
import { aBaseline, aChunk } from '../support/a-baseline.ts';
import { aBurst } from '../support/a-burst.ts';

const BUCKET_MS = 300_000;
const START_MS = Date.UTC(2026, 0, 6, 12);
const FRAME = { before: 4, after: 2, most: 12 };

/** Bucket number `index` after the start of the burst holds `100 + index` posts. */
function chunkOf(from: number, length: number) {
  const posts = Array.from({ length }, (_, index) => 100 + from + index);
  return aChunk({ startMs: START_MS + from * BUCKET_MS, posts, expected: posts.map(() => 1) });
}

it.each`
  case                                   | endBucket | shown
  ${'some before and after'}             | ${3}      | ${[-4, 4]}
  ${'all that is known while it lasts'}  | ${null}   | ${[-4, 7]}
  ${'the beginning of one that is long'} | ${30}     | ${[-4, 7]}
`('shows $case', async ({ endBucket, shown: [first, last] }) => {
  const baselines = memoryBaselineStore();
  await baselines.save(aBaseline({ volume: chunkOf(2, 40) }), [chunkOf(-20, 10), chunkOf(-10, 12)]);
  const endMs = endBucket === null ? null : START_MS + endBucket * BUCKET_MS;

  const volume = await volumeAround(aBurst({ startMs: START_MS, endMs }), FRAME, baselines);

  expect(volume?.startMs).toBe(START_MS + first * BUCKET_MS);
  expect(volume?.posts).toEqual(
    Array.from({ length: last - first + 1 }, (_, index) => 100 + first + index),
  );
});

it('is nothing where no volume is kept', async () => {
  expect(await volumeAround(aBurst(), FRAME, memoryBaselineStore())).toBeNull();
});

it('puts every bucket at its own time, however the chunks were cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat(3)), { minLength: 1, maxLength: 8 }),
      async (cuts) => {
        const baselines = memoryBaselineStore();
        let at = -12;
        const chunks = cuts.map(([length, gap]) => {
          const chunk = chunkOf(at, length);
          at += length + gap;
          return chunk;
        });
        await baselines.save(aBaseline({ volume: null }), chunks);

        const volume = await volumeAround(aBurst({ startMs: START_MS }), FRAME, baselines);

        for (const [index, posts] of (volume?.posts ?? []).entries()) {
          const bucket = ((volume?.startMs ?? 0) - START_MS) / BUCKET_MS + index;
          expect([null, 100 + bucket]).toContain(posts);
        }
        const kept = chunks.flatMap(({ posts }) => posts).filter((posts) => (posts ?? 0) >= 96);
        const shown = (volume?.posts ?? []).filter((posts) => posts !== null);
        expect(shown).toEqual(kept.filter((posts) => (posts ?? 0) < 108));
      },
    ),
  );
});
