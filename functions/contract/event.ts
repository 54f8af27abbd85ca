import * as z from 'zod';
import { EVENT_KINDS } from '../model/known-event.ts';
import { oneLine } from '../model/one-line.ts';
import { Hashtag } from './hashtag.ts';
import { Instant } from './words.ts';

const EventKind = z.enum(EVENT_KINDS).meta({ id: 'EventKind' });

/** Files of others write other zones. */
const Moment = z.iso
  .datetime({ offset: true, error: 'must be a moment in ISO 8601 with its zone' })
  .meta({ example: '2026-11-21T20:00:00+05:00' });

/** It becomes part of sentences in emails. */
const Line = z.string().overwrite(oneLine).min(1).max(120);

/** Before an @ or \\ an address may show the name of one host and lead to another. */
const WebAddress = z
  .url({ protocol: /^https?$/, error: 'must be the http(s) address of who says so' })
  .regex(/^https?:\/\/[^\s/?#@\\]+([/?#][^\s\\]*)?$/iu, {
    error: 'must be the http(s) address of who says so, without a user name, spaces or \\',
  })
  .max(500)
  .meta({ example: 'https://league.example/fixtures' });

/** A known event, as it is brought. */
export const EventRequest = z
  .strictObject({
    kind: EventKind,
    title: Line.nullish().meta({
      description: 'Of a public event; no names of private persons',
    }),
    start: Moment,
    end: Moment.nullish(),
    place: Line.nullish(),
    hashtags: z.array(Hashtag).max(20).default([]).meta({
      description: 'Those that it concerns; without any, nothing but the time ties it to a burst',
    }),
    openCall: z.boolean().default(false).meta({
      description: 'It is itself a public call to post: what is coordinated near it is so openly',
    }),
    statedBy: WebAddress,
  })
  .refine(({ start, end }) => end == null || Date.parse(end) > Date.parse(start), {
    path: ['end'],
    error: 'must be after the start',
  })
  .meta({ id: 'EventRequest' });
export type EventRequest = z.output<typeof EventRequest>;

export const EventsRequest = z
  .strictObject({ events: z.array(EventRequest).min(1).max(500) })
  .meta({ id: 'EventsRequest' });
export type EventsRequest = z.input<typeof EventsRequest>;

export const EventView = z
  .object({
    eventId: z.string(),
    kind: EventKind,
    title: z.string().nullable(),
    start: Instant,
    end: Instant.nullable(),
    place: z.string().nullable(),
    hashtags: z.array(z.string()),
    openCall: z.boolean(),
    statedBy: z.string(),
  })
  .meta({ id: 'Event' });
export type EventView = z.infer<typeof EventView>;

export const EventListView = z.object({ events: z.array(EventView) }).meta({ id: 'EventList' });
export type EventListView = z.infer<typeof EventListView>;

export const EventsQuery = z.strictObject({ from: Instant.optional(), to: Instant.optional() });

const EventPatternView = z.discriminatedUnion('state', [
  z.object({ state: z.literal('unmeasured'), reason: z.string() }),
  z.object({
    state: z.literal('measured'),
    kind: EventKind,
    bursts: z.int().meta({ description: 'Coordinated bursts of the hashtag that were looked at' }),
    near: z
      .int()
      .meta({ description: 'Those that began within 15 minutes after an event of the kind' }),
    expected: z
      .number()
      .meta({ description: 'How many would by chance, by the same times of other days' }),
    score: z.number().meta({ description: '-log10 p, for as many kinds as were looked at' }),
    stands: z.boolean().meta({ description: 'Three or more, and a score of 3 or more' }),
  }),
]);

/** What the calendar says of a burst, beside its verdict. */
export const OccasionView = z
  .object({
    near: z.array(
      z.object({
        event: EventView,
        afterSeconds: z
          .int()
          .meta({ description: 'From the start of the event to that of the burst' }),
        tie: z
          .enum(['hashtag', 'time'])
          .meta({ description: 'time: nothing but the moment ties them' }),
        usual: z.object({ days: z.int(), near: z.int() }).nullable().meta({
          description: 'Of so many days before, so many had such an event at this time of day',
        }),
      }),
    ),
    openly: z.boolean().meta({ description: 'It is coordinated, and a public call is on record' }),
    pattern: EventPatternView,
    sentences: z.array(z.string()).meta({ description: 'The same in words' }),
  })
  .meta({ id: 'Occasion' });
export type OccasionView = z.infer<typeof OccasionView>;
