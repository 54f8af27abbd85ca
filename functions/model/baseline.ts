import type { FoundBurst } from './found-burst.ts';
import type { Suspected } from './suspected.ts';

/** An exponential tail fitted on line to how far one timescale strays above its expectation. */
type TailState = {
  /** Where the tail begins: about one poll in fifty stands above, in standard deviations. */
  readonly limit: number;
  /** Excesses above the limit, decayed; their mean is the scale of the tail. */
  readonly excessSum: number;
  readonly excessCount: number;
};

/** One timescale on which recent posts are summed. */
export type KeyState = {
  /** Posts, decayed. */
  readonly posts: number;
  /** Polls, decayed alike. */
  readonly polls: number;
  readonly tail: TailState;
};

/** One severity: idle, or in a burst. */
export type SeverityState = {
  readonly inBurst: boolean;
  /** Highest score of the burst; 0 when idle. */
  readonly peak: number;
  /** Consecutive quiet polls. */
  readonly quiet: number;
};

/**
 * State of the volume detector (signals/burst.ts). Plain numbers, packed under 400 bytes by
 * adapters/dynamodb/detector-codec.ts without loss: `season` and the tails hold single-precision values.
 */
export type DetectorState = {
  /** Polls learned. */
  readonly polls: number;
  /** Posts learned, and the season factors they were learned under, both decayed. */
  readonly posts: number;
  readonly exposure: number;
  /** Polls learned, decayed alike. */
  readonly levelPolls: number;
  /** Posts of the last hours, and what the baseline expected of them, decayed. */
  readonly recentPosts: number;
  readonly recentExpected: number;
  /** Variance beyond a Poisson count's, and the squared expectation it is set against, decayed. */
  readonly excessVariance: number;
  readonly squaredMean: number;
  /** Accumulated log-likelihood ratio of "three times the usual", in [0, 36]. */
  readonly evidence: number;
  readonly short: KeyState;
  readonly middle: KeyState;
  readonly long: KeyState;
  readonly notice: SeverityState;
  readonly alert: SeverityState;
  /** For each hour of the day (UTC) a sum of relative counts and the polls they came from: 48 values. */
  readonly season: readonly number[];
  /** Posts that the newest poll would have taught before clipping, beyond its own; -1 when late posts have nothing to correct. */
  readonly room: number;
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

/** What a source told of a hashtag from before it was watched: learned, and a burst only where `judgedFromMs` says so. */
export type TaughtPast = {
  /** First moment asked for, epoch milliseconds. */
  readonly fromMs: number;
  /** Where the past ends and the watch begins. Being read as long as `learnedUntilMs` is smaller. */
  readonly untilMs: number;
  /** Buckets of it that could be counted, and so were learned. */
  readonly counted: number;
  /** A burst that began after this is one of the watch, epoch milliseconds; absent where none is. */
  readonly judgedFromMs?: number | undefined;
  /** The newest such burst, while the past is being read. */
  readonly burst?: FoundBurst | undefined;
};

/** A watch's own past, and how far it was read. Its save is what makes a poll count: it is written last. */
export type Baseline = {
  readonly watchId: string;
  readonly detector: DetectorState;
  /** End of the newest bucket learned, epoch milliseconds; 0 before the first. */
  readonly learnedUntilMs: number;
  /** Start of the open burst, null if there is none. */
  readonly openBurstMs: number | null;
  /** Absent where no burst is on the way. */
  readonly suspected?: Suspected | undefined;
  /** Absent where the source told of none. */
  readonly past?: TaughtPast | undefined;
  /** Posts up to here taught usual authors, or never will; absent before the first poll that could. */
  readonly authorsUntilMs?: number;
  /** The chunk being filled; null before the first bucket. */
  readonly volume: VolumeChunk | null;
  /** Counts the writes; a write is conditional on it. 0 before the first. */
  readonly version: number;
};
