import { type Burst, burstIdOf } from '../model/burst.ts';
import type { Watch } from '../model/watch.ts';
import type { Observation } from '../signals/burst.ts';

const MINUTE_MS = 60_000;

/**
 * What a learned bucket means for the watch's burst: opens one, raises it, closes it, or nothing.
 *
 * @param open the burst that is open before this bucket, null if there is none
 * @param atMs time of the poll that learned the bucket
 */
export function followBurst(
  open: Burst | null,
  watch: Watch,
  bucket: { readonly startMs: number; readonly posts: number },
  observation: Observation,
  atMs: number,
): Burst | null {
  if (open === null || open.endMs !== null) {
    return observation.notice ? newBurst(watch, bucket, observation, atMs) : open;
  }
  return {
    ...open,
    severity: observation.alert ? 'alert' : open.severity,
    score: Math.max(open.score, observation.score),
    peakPosts: Math.max(open.peakPosts, bucket.posts),
    endMs: observation.ended ? bucket.startMs + watch.intervalMinutes * MINUTE_MS : null,
  };
}

function newBurst(
  watch: Watch,
  bucket: { readonly startMs: number; readonly posts: number },
  observation: Observation,
  atMs: number,
): Burst {
  return {
    burstId: burstIdOf(watch.watchId, bucket.startMs),
    watchId: watch.watchId,
    source: watch.source,
    place: watch.place,
    hashtag: watch.hashtag,
    startMs: bucket.startMs,
    endMs: null,
    severity: observation.alert ? 'alert' : 'notice',
    score: observation.score,
    young: observation.young,
    ...(observation.young && {
      youth: { learned: observation.learned, needed: observation.needed },
    }),
    expected: observation.expected,
    peakPosts: bucket.posts,
    bucketMinutes: watch.intervalMinutes,
    postsUntilMs: bucket.startMs,
    changedMs: atMs,
    assessedUntilMs: 0,
    verdict: null,
    firstSuspiciousMs: null,
    firstCoordinatedMs: null,
    shadow: null,
    sketch: null,
    company: null,
    surge: null,
    waitsMs: null,
    alert: null,
    version: 0,
  };
}
