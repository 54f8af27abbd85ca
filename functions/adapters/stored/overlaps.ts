import type { VolumeChunk } from '../../model/baseline.ts';

const MINUTE_MS = 60_000;

/** Whether a bucket of the chunk reaches into [fromMs, toMs). */
export function overlaps(chunk: VolumeChunk, fromMs: number, toMs: number): boolean {
  const endMs = chunk.startMs + chunk.posts.length * chunk.bucketMinutes * MINUTE_MS;
  return chunk.startMs < toMs && endMs > fromMs;
}
