import type { BucketCount } from '../../ports/source.ts';

/**
 * Buckets out of finer grains, oldest first. One that lacks a grain is left out: not counted, which
 * is not zero.
 *
 * @param grains posts by the start of each grain
 */
export function sumBuckets(
  grains: ReadonlyMap<number, number>,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
  bucketMs: number,
  grainMs: number,
): readonly BucketCount[] {
  const buckets: BucketCount[] = [];
  for (let startMs = fromMs; startMs + bucketMs <= toMs; startMs += bucketMs) {
    const posts = sumOf(grains, startMs, startMs + bucketMs, grainMs);
    if (posts !== undefined) buckets.push({ startMs, posts });
  }
  return buckets;
}

function sumOf(
  grains: ReadonlyMap<number, number>,
  fromMs: number,
  toMs: number,
  grainMs: number,
): number | undefined {
  let sum = 0;
  for (let startMs = fromMs; startMs < toMs; startMs += grainMs) {
    const posts = grains.get(startMs);
    if (posts === undefined) return undefined;
    sum += posts;
  }
  return sum;
}
