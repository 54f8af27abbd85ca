/**
 * State of the volume detector (signals/burst.ts). Plain numbers, packed under 400 bytes by
 * adapters/dynamodb/detector-codec.ts without loss: `season` holds single-precision values.
 */
export type DetectorState = {
  /** Polls learned. */
  readonly polls: number;
  /** Filled in by the author of signals/burst.ts. */
  readonly values: readonly number[];
};

/** Counts of consecutive buckets, oldest first; null for a bucket that was missed. */
export type VolumeChunk = {
  readonly startMs: number;
  readonly bucketMinutes: number;
  readonly posts: readonly (number | null)[];
  /** What the baseline led one to expect for each, in posts. */
  readonly expected: readonly (number | null)[];
};

/** Buckets in one stored chunk of volume. */
export const VOLUME_CHUNK_BUCKETS = 72;

/** A watch's own past, and how far it was read. Its save is what makes a poll count: it is written last. */
export type Baseline = {
  readonly watchId: string;
  readonly detector: DetectorState;
  /** End of the newest bucket learned, epoch milliseconds; 0 before the first. */
  readonly learnedUntilMs: number;
  /** Start of the open burst, null if there is none. */
  readonly openBurstMs: number | null;
  /** The chunk being filled; null before the first bucket. */
  readonly volume: VolumeChunk | null;
  /** Counts the writes; a write is conditional on it. 0 before the first. */
  readonly version: number;
};
