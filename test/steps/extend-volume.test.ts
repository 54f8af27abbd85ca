import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VOLUME_CHUNK_BUCKETS, type VolumeChunk } from '../../functions/model/baseline.ts';
import { extendVolume, type VolumeEntry } from '../../functions/steps/extend-volume.ts';

const BUCKET_MS = 5 * 60_000;
const NOON = Date.UTC(2026, 0, 6, 12);

/** Entries at ascending places, some buckets left out. */
const anyEntries: fc.Arbitrary<VolumeEntry[]> = fc
  .array(
    fc.record({
      skip: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.nat(200)),
      posts: fc.option(fc.nat(1000)),
    }),
    { maxLength: 300 },
  )
  .map((steps) => {
    let place = -1;
    return steps.map(({ skip, posts }) => {
      place += 1 + skip;
      const expected = posts === null ? null : posts / 2;
      return { startMs: NOON + place * BUCKET_MS, posts, expected };
    });
  });

function known(chunks: readonly VolumeChunk[]): VolumeEntry[] {
  return chunks.flatMap(({ startMs, posts, expected }) =>
    posts.map((count, index) => ({
      startMs: startMs + index * BUCKET_MS,
      posts: count,
      expected: expected[index] ?? null,
    })),
  );
}

describe('the history of volume', () => {
  it('keeps every count at its time, and makes no gap a zero', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const { filling, full } = extendVolume(null, entries, 5);
        const kept = known(filling === null ? full : [...full, filling]);
        const told = new Map(entries.map((entry) => [entry.startMs, entry]));

        expect(kept.filter(({ startMs }) => told.has(startMs))).toEqual(entries);
        for (const { startMs, posts } of kept) if (!told.has(startMs)) expect(posts).toBeNull();
      }),
    );
  });

  it('fills chunks of fixed length, and never more', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const { filling, full } = extendVolume(null, entries, 5);
        for (const { posts, expected } of filling === null ? full : [...full, filling]) {
          expect(posts.length).toBeLessThanOrEqual(VOLUME_CHUNK_BUCKETS);
          expect(expected).toHaveLength(posts.length);
        }
      }),
    );
  });

  it('comes to the same at once and one by one', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const full: VolumeChunk[] = [];
        let filling: VolumeChunk | null = null;
        for (const entry of entries) {
          const next: ReturnType<typeof extendVolume> = extendVolume(filling, [entry], 5);
          filling = next.filling;
          full.push(...next.full);
        }
        expect({ filling, full }).toEqual(extendVolume(null, entries, 5));
      }),
    );
  });

  it('begins a chunk with the first entry', () => {
    const entry = { startMs: NOON, posts: 3, expected: 2.5 };
    expect(extendVolume(null, [entry], 5)).toEqual({
      filling: { startMs: NOON, bucketMinutes: 5, posts: [3], expected: [2.5] },
      full: [],
    });
  });
});
