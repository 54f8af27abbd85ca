import { type Burst, burstIdOf } from '../model/burst.ts';
import type { FoundBurst } from '../model/found-burst.ts';
import type { Watch } from '../model/watch.ts';

/** A burst as its counts tell of it: no posts are kept yet, and nothing is judged. */
export function freshBurst(
  watch: Watch,
  { uncountedFromMs, ...found }: FoundBurst,
  atMs: number,
): Burst {
  const postsFromMs = uncountedFromMs ?? found.startMs;
  return {
    ...found,
    burstId: burstIdOf(watch.watchId, found.startMs),
    watchId: watch.watchId,
    source: watch.source,
    place: watch.place,
    hashtag: watch.hashtag,
    ...(watch.display !== undefined && { display: watch.display }),
    bucketMinutes: watch.intervalMinutes,
    keptFromMs: postsFromMs,
    postsUntilMs: postsFromMs,
    lookedMs: found.startMs,
    unread: [],
    counted: { fromMs: found.startMs, untilMs: found.startMs, posts: 0 },
    sample: null,
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
