import type { AlertMessage } from '../model/alert.ts';
import type { VolumeChunk } from '../model/baseline.ts';
import type { Burst } from '../model/burst.ts';
import { alternativeOf, reasonsOf } from '../verdict/words.ts';

const MINUTE_MS = 60_000;

/** Buckets before the burst, and bars in all, that fit one line of a phone. */
const BUCKETS_BEFORE = 12;
const BARS = 36;

/**
 * One alert, ready to be shown on any channel.
 *
 * @param chunks volume around the burst, oldest first
 * @param pageUrl address of the dashboard, without a trailing slash
 * @returns undefined if the burst has no alert to tell
 */
export function composeAlert(
  burst: Burst,
  chunks: readonly VolumeChunk[],
  pageUrl: string,
): AlertMessage | undefined {
  const { alert, verdict } = burst;
  if (alert === null || verdict === null) return undefined;
  return {
    alertId: alert.alertId,
    level: alert.level,
    source: burst.place === null ? burst.source : `${burst.source} (${burst.place})`,
    hashtag: burst.hashtag,
    burstId: burst.burstId,
    raisedMs: alert.raisedMs,
    startMs: burst.startMs,
    strength: verdict.strength,
    posts: verdict.posts,
    accounts: verdict.accounts,
    volume: volumeAround(burst, chunks),
    bucketMinutes: burst.bucketMinutes,
    expected: burst.expected,
    reasons: reasonsOf(verdict),
    alternative: alternativeOf(verdict),
    link: `${pageUrl}/#/bursts/${encodeURIComponent(burst.burstId)}`,
    thresholds: verdict.thresholds,
  };
}

function volumeAround(burst: Burst, chunks: readonly VolumeChunk[]): number[] {
  const fromMs = burst.startMs - BUCKETS_BEFORE * burst.bucketMinutes * MINUTE_MS;
  return chunks
    .flatMap((chunk) =>
      chunk.posts.map((posts, index) => ({
        startMs: chunk.startMs + index * chunk.bucketMinutes * MINUTE_MS,
        posts: posts ?? 0,
      })),
    )
    .filter((bucket) => bucket.startMs >= fromMs)
    .slice(0, BARS)
    .map((bucket) => bucket.posts);
}
