import type { Burst } from '../model/burst.ts';
import type { Suspected } from '../model/suspected.ts';

export type SuspectSettings = {
  /** Share of the score of a notice from which a burst is suspected, 0 to 1. */
  readonly suspectShare: number;
  /** What is suspected for so long is forgotten, and suspected anew if need be, milliseconds. */
  readonly suspectMs: number;
  /** A suspected watch of a long interval is polled every minute for so long after each bucket, milliseconds. */
  readonly suspectPollsMs: number;
};

type Bucket = { readonly startMs: number; readonly posts: number };

/** What a bucket that raised no alarm, yet looks on the way to one, means: suspicion begins or goes on. */
export function suspect(
  before: Suspected | undefined,
  { startMs, posts }: Bucket,
  { suspectMs }: SuspectSettings,
): Suspected {
  if (before !== undefined && startMs - before.keptFromMs < suspectMs) {
    return { ...before, posts: before.posts + posts };
  }
  return {
    keptFromMs: startMs,
    postsUntilMs: startMs,
    lookedMs: startMs,
    unread: [],
    posts,
    company: null,
  };
}

/** A burst that opens takes over what was kept and counted while it was suspected. */
export function takeOver(opened: Burst, suspected: Suspected | undefined): Burst {
  if (suspected === undefined) return opened;
  const { posts, company, ...kept } = suspected;
  const counted = { fromMs: kept.keptFromMs, untilMs: opened.startMs, posts };
  return { ...opened, ...kept, company, counted };
}

/** The burst with a bucket counted in, once: it may be learned again by a poll that repeats another. */
export function countIn(burst: Burst, { startMs, posts }: Bucket, bucketMs: number): Burst {
  const { counted, endMs } = burst;
  if (startMs < counted.untilMs || (endMs !== null && startMs >= endMs)) return burst;
  const fromMs = counted.posts === 0 ? startMs : counted.fromMs;
  const isMissed = counted.missed || (counted.posts > 0 && startMs > counted.untilMs);
  return {
    ...burst,
    counted: {
      fromMs,
      untilMs: startMs + bucketMs,
      posts: counted.posts + posts,
      ...(isMissed && { missed: true as const }),
    },
  };
}

/** The burst with posts that turned up late in the bucket counted last, once: see `countIn`. */
export function countLate(burst: Burst, learnedUntilMs: number, late: number): Burst {
  const { counted } = burst;
  const isLast = counted.untilMs === learnedUntilMs && counted.untilMs > counted.fromMs;
  return isLast ? { ...burst, counted: { ...counted, posts: counted.posts + late } } : burst;
}
