import type { KnownEvent, NearEvent } from '../model/known-event.ts';

/** Of a burst, what ties it to events. */
export type BurstMoment = {
  readonly startMs: number;
  /** Its first posts may be as much later than its start, milliseconds. */
  readonly bucketMs: number;
  /** Its own hashtag, and those that stand beside it in its posts. */
  readonly hashtags: ReadonlySet<string>;
};

/** Said to begin with an event: at most so long after it. A crowd at a screen answers within minutes (FACTS: a goal, 35 to 75 s). */
const NEAR_MS = 15 * 60_000;

/** Days before that tell how usual such an event is at the time of day; fewer than the least tell nothing. */
export const USUAL_DAYS = { most: 28, least: 7 };

const DAY_MS = 86_400_000;

export function tieOf(event: KnownEvent, { hashtags }: BurstMoment): NearEvent['tie'] | null {
  if (event.hashtags.length === 0) return 'time';
  return event.hashtags.some((hashtag) => hashtags.has(hashtag)) ? 'hashtag' : null;
}

/** Whether something that begins at `startMs` begins with an event. */
export function isNear(event: KnownEvent, startMs: number, bucketMs: number): boolean {
  const afterMs = startMs - event.startMs;
  return afterMs > -bucketMs && afterMs <= NEAR_MS;
}

/**
 * On how many of the days before an event stood near the same time of day: what chance alone gives,
 * with the rhythm of the day in it.
 *
 * @param events those of one kind or tie that are asked about
 * @param knownFromMs the calendar says nothing of what was before; days before it do not count
 * @returns null where too few days are known
 */
export function usualNear(
  events: readonly KnownEvent[],
  { startMs, bucketMs }: BurstMoment,
  knownFromMs: number,
): NearEvent['usual'] {
  let days = 0;
  let near = 0;
  for (let day = 1; day <= USUAL_DAYS.most; day += 1) {
    const momentMs = startMs - day * DAY_MS;
    if (momentMs < knownFromMs) break;
    days += 1;
    if (events.some((event) => isNear(event, momentMs, bucketMs))) near += 1;
  }
  return days < USUAL_DAYS.least ? null : { days, near };
}

/**
 * The events that a burst began with, or that it concerns by its hashtag and began during; tied by
 * hashtag first, then the nearest.
 *
 * @param events of the weeks before and around the burst
 */
export function nearEvents(
  burst: BurstMoment,
  events: readonly KnownEvent[],
): readonly NearEvent[] {
  const knownFromMs = knownFrom(events);
  const tied = { hashtag: tiedBy('hashtag'), time: tiedBy('time') };
  function tiedBy(tie: NearEvent['tie']) {
    return events.filter((event) => tieOf(event, burst) === tie);
  }
  const found = [
    ...tied.hashtag.filter(
      (event) => isNear(event, burst.startMs, burst.bucketMs) || isDuring(event, burst),
    ),
    ...tied.time.filter((event) => isNear(event, burst.startMs, burst.bucketMs)),
  ].map((event): NearEvent => {
    const tie = event.hashtags.length === 0 ? 'time' : 'hashtag';
    return {
      event,
      afterMs: burst.startMs - event.startMs,
      tie,
      usual: usualNear(tied[tie], burst, knownFromMs),
    };
  });
  return found.sort(
    (one, other) => rank(one) - rank(other) || Math.abs(one.afterMs) - Math.abs(other.afterMs),
  );
}

/** The calendar is known from its first event on. */
export function knownFrom(events: readonly KnownEvent[]): number {
  return events.reduce((first, { startMs }) => Math.min(first, startMs), Number.POSITIVE_INFINITY);
}

export function isDuring({ startMs, endMs }: KnownEvent, burst: BurstMoment): boolean {
  return endMs !== null && startMs <= burst.startMs && burst.startMs < endMs;
}

function rank({ tie }: NearEvent): number {
  return tie === 'hashtag' ? 0 : 1;
}
