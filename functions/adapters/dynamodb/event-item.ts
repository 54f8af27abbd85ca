import * as z from 'zod';
import {
  EVENT_KINDS,
  type EventWeek,
  forgottenMs,
  type KnownEvent,
} from '../../model/known-event.ts';
import { readStored } from './read-stored.ts';

const EventBody = z.object({
  eventId: z.string().min(1),
  kind: z.enum(EVENT_KINDS),
  title: z.string().nullable(),
  startMs: z.int(),
  endMs: z.int().nullable(),
  place: z.string().nullable(),
  hashtags: z.array(z.string()),
  openCall: z.boolean(),
  statedBy: z.string(),
}) satisfies z.ZodType<KnownEvent>;

const EventItem = z.object({
  week: z.int(),
  events: z.string().transform((json) => z.array(EventBody).parse(JSON.parse(json))),
  version: z.int().positive(),
}) satisfies z.ZodType<EventWeek>;

/** Weeks of the calendar share the table of the bursts: a name that no watch can have, and no index. */
export function eventKey(week: number) {
  return { watchId: `event#${week}`, startMs: 0 };
}

export function eventItem({ week, events, version }: EventWeek) {
  return {
    ...eventKey(week),
    week,
    version,
    events: JSON.stringify(events),
    ttl: forgottenMs(week) / 1000,
  };
}

export function readEventItem(item: unknown): EventWeek {
  return readStored(EventItem, item, 'event item');
}
