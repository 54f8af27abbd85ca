import type { VolumeChunk } from '../model/baseline.ts';
import type { Burst } from '../model/burst.ts';
import type { BaselineStore } from '../ports/baseline-store.ts';

/** Buckets shown on either side of a burst, and at most in all. */
export type VolumeFrame = {
  readonly before: number;
  readonly after: number;
  readonly most: number;
};

const MINUTE_MS = 60_000;

/**
 * The volume of a burst with some of what came before and after, as one run of buckets.
 *
 * A burst that is longer than the frame keeps its beginning. A bucket that was missed is null.
 *
 * @returns null where no volume is kept
 */
export async function volumeAround(
  burst: Burst,
  frame: VolumeFrame,
  baselines: Pick<BaselineStore, 'load' | 'volume'>,
): Promise<VolumeChunk | null> {
  const bucketMs = burst.bucketMinutes * MINUTE_MS;
  const fromMs = burst.startMs - frame.before * bucketMs;
  const wishedMs =
    burst.endMs === null ? Number.POSITIVE_INFINITY : burst.endMs + frame.after * bucketMs;
  const toMs = Math.min(wishedMs, fromMs + frame.most * bucketMs);

  const [full, baseline] = await Promise.all([
    baselines.volume(burst.watchId, fromMs, toMs),
    baselines.load(burst.watchId),
  ]);
  const chunks = baseline?.volume ? [...full, baseline.volume] : full;
  return trimmed(joined(chunks, { startMs: fromMs, toMs, bucketMinutes: burst.bucketMinutes }));
}

type Grid = { readonly startMs: number; readonly toMs: number; readonly bucketMinutes: number };

/** Chunks of another bucket length, from before the watch's interval was changed, are left out. */
function joined(chunks: readonly VolumeChunk[], grid: Grid): VolumeChunk {
  const { startMs, bucketMinutes } = grid;
  const bucketMs = bucketMinutes * MINUTE_MS;
  const size = Math.round((grid.toMs - startMs) / bucketMs);
  const posts = new Array<number | null>(size).fill(null);
  const expected = new Array<number | null>(size).fill(null);

  for (const chunk of chunks.filter((one) => one.bucketMinutes === bucketMinutes)) {
    const offset = Math.round((chunk.startMs - startMs) / bucketMs);
    for (const [index, count] of chunk.posts.entries()) {
      if (offset + index < 0 || offset + index >= size) continue;
      posts[offset + index] = count;
      expected[offset + index] = chunk.expected[index] ?? null;
    }
  }
  return { startMs, bucketMinutes, posts, expected };
}

function trimmed(volume: VolumeChunk): VolumeChunk | null {
  const first = volume.posts.findIndex((count) => count !== null);
  if (first < 0) return null;
  const end = volume.posts.findLastIndex((count) => count !== null) + 1;
  return {
    ...volume,
    startMs: volume.startMs + first * volume.bucketMinutes * MINUTE_MS,
    posts: volume.posts.slice(first, end),
    expected: volume.expected.slice(first, end),
  };
}
