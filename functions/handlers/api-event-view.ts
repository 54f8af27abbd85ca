import type { EventRequest, EventView, OccasionView } from '../contract/event.ts';
import { normaliseHashtag } from '../model/hashtag.ts';
import { eventIdOf, type KnownEvent } from '../model/known-event.ts';
import type { OccasionReading } from './api-deps.ts';
import { instant, instantOrNull } from './api-instant.ts';

/** An event that somebody brought, in our words. */
export function readEvent(brought: EventRequest): KnownEvent {
  const event = {
    kind: brought.kind,
    title: brought.title ?? null,
    startMs: Date.parse(brought.start),
    endMs: brought.end == null ? null : Date.parse(brought.end),
    place: brought.place ?? null,
    hashtags: [...new Set(brought.hashtags.map(normaliseHashtag))],
    openCall: brought.openCall,
    statedBy: brought.statedBy,
  };
  return { eventId: eventIdOf(event), ...event };
}

export function eventView(event: KnownEvent): EventView {
  const { startMs, endMs, hashtags, ...rest } = event;
  return {
    ...rest,
    hashtags: [...hashtags],
    start: instant(startMs),
    end: instantOrNull(endMs),
  };
}

export function occasionView({ occasion, openly, sentences }: OccasionReading): OccasionView {
  return {
    near: occasion.near.map(({ event, afterMs, tie, usual }) => ({
      event: eventView(event),
      afterSeconds: Math.round(afterMs / 1000),
      tie,
      usual,
    })),
    openly,
    pattern: occasion.pattern,
    sentences: [...sentences],
  };
}
