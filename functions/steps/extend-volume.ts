import { VOLUME_CHUNK_BUCKETS, type VolumeChunk } from '../model/baseline.ts';

export type VolumeEntry = {
  readonly startMs: number;
  /** Null for a bucket that was missed. */
  readonly posts: number | null;
  readonly expected: number | null;
};

const MINUTE_MS = 60_000;

/**
 * Puts buckets behind the chunk being filled. A gap longer than the chunk's room ends it.
 *
 * @param entries oldest first, each later than the chunk's last
 * @returns the chunk being filled now, and those completed on the way, oldest first
 */
export function extendVolume(
  filling: VolumeChunk | null,
  entries: readonly VolumeEntry[],
  bucketMinutes: number,
): { readonly filling: VolumeChunk | null; readonly full: readonly VolumeChunk[] } {
  const full: VolumeChunk[] = [];
  let chunk = filling;
  for (const entry of entries) {
    if (chunk !== null && !hasRoom(chunk, entry.startMs)) {
      full.push(chunk);
      chunk = null;
    }
    chunk = put(chunk ?? emptyChunk(entry.startMs, bucketMinutes), entry);
  }
  return { filling: chunk, full };
}

function emptyChunk(startMs: number, bucketMinutes: number): VolumeChunk {
  return { startMs, bucketMinutes, posts: [], expected: [] };
}

function hasRoom(chunk: VolumeChunk, startMs: number): boolean {
  return place(chunk, startMs) < VOLUME_CHUNK_BUCKETS;
}

function place(chunk: VolumeChunk, startMs: number): number {
  return Math.round((startMs - chunk.startMs) / (chunk.bucketMinutes * MINUTE_MS));
}

function put(chunk: VolumeChunk, entry: VolumeEntry): VolumeChunk {
  const missed = new Array<null>(place(chunk, entry.startMs) - chunk.posts.length).fill(null);
  return {
    ...chunk,
    posts: [...chunk.posts, ...missed, entry.posts],
    expected: [...chunk.expected, ...missed, entry.expected],
  };
}
