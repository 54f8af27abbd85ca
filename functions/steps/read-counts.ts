import { askedHashtag } from '../model/asked-hashtag.ts';
import type { Baseline } from '../model/baseline.ts';
import { lastBucketEndMs, type Watch } from '../model/watch.ts';
import type { BucketCount, Source } from '../ports/source.ts';

export type NewCounts = {
  /** Posts that turned up late in the bucket that was learned last; never negative. */
  readonly late: number;
  /** Every bucket since, oldest first; null posts for one that the source could not count. */
  readonly buckets: readonly { readonly startMs: number; readonly posts: number | null }[];
  /** Buckets lost between the last learned and the first of `buckets`, beyond the source's memory. */
  readonly lost: number;
};

const NOTHING: NewCounts = { late: 0, buckets: [], lost: 0 };
const MINUTE_MS = 60_000;

/**
 * The buckets that ended since the baseline learned last, as the source counts them at `atMs`.
 * A watch's first poll begins with the newest complete bucket.
 *
 * @throws {SourceError} if the source cannot answer
 */
export async function readCounts(
  watch: Watch,
  baseline: Baseline,
  source: Source,
  atMs: number,
): Promise<NewCounts> {
  const bucketMs = watch.intervalMinutes * MINUTE_MS;
  const countedMs =
    (await source.countedUntilMs?.(watch.hashtag, atMs)) ??
    atMs - (source.capability.countLagMs ?? 0);
  const untilMs = lastBucketEndMs(watch, countedMs);
  const learnedMs = baseline.learnedUntilMs || untilMs - bucketMs;
  if (untilMs <= learnedMs) return NOTHING;

  const reach = Math.max(1, Math.floor(source.capability.historyMs / bucketMs));
  const fromMs = Math.max(learnedMs, untilMs - reach * bucketMs);
  const asksAgain = baseline.learnedUntilMs === fromMs && (untilMs - fromMs) / bucketMs < reach;
  const counts = await source.counts(
    {
      hashtag: watch.hashtag,
      display: askedHashtag(watch),
      fromMs: asksAgain ? fromMs - bucketMs : fromMs,
      toMs: untilMs,
      nowMs: atMs,
    },
    bucketMs,
  );
  return {
    late: asksAgain ? lateIn(counts, fromMs - bucketMs, baseline) : 0,
    buckets: bucketsOf(counts, fromMs, untilMs, bucketMs),
    lost: (fromMs - learnedMs) / bucketMs,
  };
}

function lateIn(counts: readonly BucketCount[], startMs: number, baseline: Baseline): number {
  const now = counts.find((count) => count.startMs === startMs)?.posts;
  const then = baseline.volume?.posts.at(-1);
  if (now === undefined || then === undefined || then === null) return 0;
  return Math.max(0, now - then);
}

function bucketsOf(
  counts: readonly BucketCount[],
  fromMs: number,
  untilMs: number,
  bucketMs: number,
): NewCounts['buckets'] {
  const byStart = new Map(counts.map((count) => [count.startMs, count.posts]));
  const buckets = [];
  for (let startMs = fromMs; startMs < untilMs; startMs += bucketMs) {
    buckets.push({ startMs, posts: byStart.get(startMs) ?? null });
  }
  return buckets;
}
