import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sparkShape } from '../../dashboard/charts/spark-shape.ts';

const BUCKET_MS = 300_000;
const volume = (posts: (number | null)[]) => ({
  startMs: 0,
  bucketMinutes: 5,
  posts,
  expected: posts.map(() => null),
});

it('draws a bar a bucket, scaled to the highest, and none for a missed bucket', () => {
  expect(sparkShape(volume([1, null, 0, 4]), 3 * BUCKET_MS, null)).toEqual([
    { x: 0, width: 0.25, height: 0.25, within: false },
    { x: 0.5, width: 0.25, height: 0, within: false },
    { x: 0.75, width: 0.25, height: 1, within: true },
  ]);
});

it('shows the burst from its first bucket to its last', () => {
  const bars = sparkShape(volume([1, 9, 8, 1]), BUCKET_MS, 3 * BUCKET_MS);

  expect(bars.map(({ within }) => within)).toEqual([false, true, true, false]);
});

it('never hides a peak, however many buckets share a bar', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.nat(1000)), { minLength: 1, maxLength: 500 }),
      fc.nat(500),
      (posts, start) => {
        const bars = sparkShape(volume(posts), start * BUCKET_MS, null);

        expect(bars.length).toBeLessThanOrEqual(48);
        const highest = Math.max(0, ...posts.map((count) => count ?? 0));
        if (highest > 0) expect(Math.max(...bars.map(({ height }) => height))).toBe(1);
        for (const { x, width } of bars) expect(x + width).toBeLessThanOrEqual(1 + 1e-9);
      },
    ),
  );
});
