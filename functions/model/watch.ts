import type { BaselineAge } from './baseline-age.ts';

/** The networks and archives that we can read. */
export const SOURCES = ['replay', 'mastodon', 'bluesky', 'x', 'ingest'] as const;
export type SourceName = (typeof SOURCES)[number];

/** Intervals a watch may be polled at, in minutes: each divides a day, so that slots repeat daily. */
export const INTERVAL_MINUTES = [1, 5, 15, 60] as const;
export type IntervalMinutes = (typeof INTERVAL_MINUTES)[number];

/** `suspected`: its newest buckets look on the way to a burst. */
export const WATCH_STATES = ['active', 'suspected', 'bursting', 'paused'] as const;
type WatchState = (typeof WATCH_STATES)[number];

export type WatchHealth =
  | { readonly state: 'ok' }
  | {
      readonly state: 'stale';
      readonly reason: string;
      readonly sinceMs: number;
      /** It is not asked before, epoch milliseconds: the source said so. */
      readonly retryAtMs?: number | undefined;
    };

/** Found on a network's own trend list. A watch that a person made, or kept, has no origin. */
export type WatchOrigin = {
  readonly kind: 'discovered';
  /** The list, as settings write it: `mastodon@server`, `x@woeid`, `bluesky`. */
  readonly list: string;
  /** It is watched until here at most, epoch milliseconds; longer only while a burst lasts. */
  readonly untilMs: number;
  /** A burst that began after this, though before the watch, is judged. Epoch milliseconds. */
  readonly judgeFromMs: number;
};

/** A hashtag under observation at one source. */
export type Watch = {
  /** `source:hashtag` or `source:hashtag@place`; see `watchIdOf`. */
  readonly watchId: string;
  readonly source: SourceName;
  /** Which server of the source, for a source that has many (Mastodon); null otherwise. */
  readonly place: string | null;
  /** Normalised, without `#`. */
  readonly hashtag: string;
  /** As it was written, without `#`; absent where `hashtag` says as much. */
  readonly display?: string | undefined;
  readonly intervalMinutes: IntervalMinutes;
  /** Minute within the interval at which this watch is due, 0 <= phase < intervalMinutes: spreads the load. */
  readonly phaseMinutes: number;
  readonly state: WatchState;
  readonly health: WatchHealth;
  /** Whether it can tell a burst from the usual yet; absent before its first poll. */
  readonly baseline?: BaselineAge | undefined;
  /** Absent where a person made it. */
  readonly origin?: WatchOrigin | undefined;
  readonly createdMs: number;
  /** Counts the writes; a write is conditional on it. 0 before the first. */
  readonly version: number;
};

export function watchIdOf(source: SourceName, hashtag: string, place: string | null): string {
  return place === null ? `${source}:${hashtag}` : `${source}:${hashtag}@${place}`;
}

const MINUTE_MS = 60_000;

/**
 * The slot in which a watch is due: a static name, so that being polled writes nothing to the watch.
 * A watch in a burst, or suspected of one, is due every minute. A paused watch has none.
 *
 * @example slotOf({ ...watch, intervalMinutes: 5, phaseMinutes: 3, state: 'active' }) // '5#3'
 */
export function slotOf(
  watch: Pick<Watch, 'intervalMinutes' | 'phaseMinutes' | 'state'>,
): string | undefined {
  if (watch.state === 'paused') return undefined;
  if (watch.state === 'bursting' || watch.state === 'suspected') return '1#0';
  return `${watch.intervalMinutes}#${watch.phaseMinutes}`;
}

/** Every slot that is due in the minute of `atMs`, the one-minute slot first. */
export function slotsDue(atMs: number): readonly string[] {
  const minute = Math.floor(atMs / MINUTE_MS);
  return INTERVAL_MINUTES.map((interval) => `${interval}#${minute % interval}`);
}

/** End of the newest bucket that is complete at `atMs`, epoch milliseconds; buckets of a watch follow its phase. */
export function lastBucketEndMs(
  watch: Pick<Watch, 'intervalMinutes' | 'phaseMinutes'>,
  atMs: number,
): number {
  const bucketMs = watch.intervalMinutes * MINUTE_MS;
  const phaseMs = watch.phaseMinutes * MINUTE_MS;
  return Math.floor((atMs - phaseMs) / bucketMs) * bucketMs + phaseMs;
}
