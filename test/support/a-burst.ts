import { type Burst, burstIdOf } from '../../functions/model/burst.ts';

/** `burstId` follows `watchId` and `startMs` unless it is given. */
export function aBurst(overrides: Partial<Burst> = {}): Burst {
  const watchId = overrides.watchId ?? 'replay:harbour';
  const startMs = overrides.startMs ?? Date.UTC(2026, 0, 6, 12);
  return {
    burstId: burstIdOf(watchId, startMs),
    watchId,
    source: 'replay',
    place: null,
    hashtag: 'harbour',
    startMs,
    endMs: null,
    severity: 'notice',
    score: 7.1,
    young: false,
    expected: 4.25,
    peakPosts: 180,
    bucketMinutes: 5,
    keptFromMs: startMs,
    postsUntilMs: startMs + 300_000,
    lookedMs: startMs + 300_000,
    unread: [],
    counted: { fromMs: startMs, untilMs: startMs + 300_000, posts: 180 },
    sample: null,
    changedMs: startMs + 300_000,
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
    ...overrides,
  };
}
