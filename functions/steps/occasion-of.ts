import type { Burst } from '../model/burst.ts';
import type { Occasion } from '../model/known-event.ts';
import type { BurstStore } from '../ports/burst-store.ts';
import type { EventStore } from '../ports/event-store.ts';
import { companyShares } from '../signals/company.ts';
import { measureEventPattern } from '../signals/event-pattern.ts';
import {
  type BurstMoment,
  isDuring,
  isNear,
  nearEvents,
  tieOf,
  USUAL_DAYS,
} from '../signals/near-events.ts';
import { eventsBetween } from './events-between.ts';

export type OccasionPorts = {
  readonly bursts: Pick<BurstStore, 'ofWatch'>;
  readonly events: Pick<EventStore, 'get'>;
};

/** Newest coordinated bursts that are looked at, and how many bursts of the watch are read to find them. */
const LOOK_BACK = { coordinated: 6, read: 24, ms: 56 * 86_400_000 };
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** A hashtag in so many of a burst's posts stands for it too. */
const COMPANY_SHARE = 0.3;
/** Shown with a burst. */
const MOST_NEAR = 3;

/** What the calendar of known events says of a burst. It never changes the verdict. */
export async function occasionOf(burst: Burst, ports: OccasionPorts): Promise<Occasion> {
  const coordinated = await coordinatedBursts(burst, ports);
  // All of it even for one burst: the calendar counts as known from the first event that is found.
  const fromMs = burst.startMs - LOOK_BACK.ms - USUAL_DAYS.most * DAY_MS;
  const toMs = burst.startMs + burst.bucketMinutes * MINUTE_MS;
  const events = await eventsBetween(fromMs, toMs, ports.events);
  const moment = momentOf(burst);
  const calls = events.filter(
    (event) =>
      event.openCall &&
      tieOf(event, moment) === 'hashtag' &&
      (isNear(event, moment.startMs, moment.bucketMs) || isDuring(event, moment)),
  );
  return {
    near: nearEvents(moment, events).slice(0, MOST_NEAR),
    openCall: calls.at(-1) ?? null,
    pattern: measureEventPattern(coordinated.map(momentOf), events),
  };
}

async function coordinatedBursts(
  burst: Burst,
  { bursts }: OccasionPorts,
): Promise<readonly Burst[]> {
  const ofWatch = await bursts.ofWatch(burst.watchId, LOOK_BACK.read);
  return ofWatch
    .filter(
      ({ startMs, verdict }) =>
        verdict?.level === 'coordinated' &&
        startMs <= burst.startMs &&
        startMs > burst.startMs - LOOK_BACK.ms,
    )
    .slice(0, LOOK_BACK.coordinated);
}

function momentOf(burst: Burst): BurstMoment {
  const beside = Object.entries(companyShares(burst.company) ?? {}).filter(
    ([, share]) => share >= COMPANY_SHARE,
  );
  return {
    startMs: burst.startMs,
    bucketMs: burst.bucketMinutes * MINUTE_MS,
    hashtags: new Set([burst.hashtag, ...beside.map(([hashtag]) => hashtag)]),
  };
}
