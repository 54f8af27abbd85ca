import * as z from 'zod';
import { Next, pageFields } from './page.ts';
import { checkTarget, TARGET_FIELDS } from './target.ts';
import { Display, Instant, Interval, SourceName } from './words.ts';

const WatchHealthView = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ok') }),
  z.object({
    state: z.literal('stale'),
    reason: z.string(),
    since: Instant,
    retryAt: Instant.nullable().meta({
      description: 'It is not asked before; null where that is not known',
    }),
  }),
]);

const BaselineView = z
  .discriminatedUnion('state', [
    z.object({
      state: z.literal('reading').meta({
        description: 'The source’s past is being read, `from` `until`; bursts are told afterwards',
      }),
      from: Instant,
      read: Instant,
      until: Instant,
    }),
    z.object({
      state: z.literal('young').meta({
        description: 'Only the plainest bursts are told before `readyAt`',
      }),
      readyAt: Instant,
    }),
    z.object({
      state: z.literal('taught').meta({
        description: 'Ready from the start by what the source knew since `from`',
      }),
      from: Instant,
    }),
    z.object({ state: z.literal('ready') }),
  ])
  .meta({ id: 'WatchBaseline' });

const OriginView = z
  .object({
    list: z.string().meta({ example: 'mastodon@mastodon.social' }),
    until: Instant.meta({
      description: 'It is watched no longer, unless in a burst; sooner if it trends no more',
    }),
  })
  .meta({ id: 'WatchOrigin' });

/** A hashtag under observation. */
export const WatchView = z
  .object({
    watchId: z.string(),
    source: SourceName,
    place: z.string().nullable(),
    hashtag: z.string(),
    display: Display,
    intervalMinutes: Interval,
    state: z.enum(['active', 'suspected', 'bursting', 'paused']).meta({
      description: 'suspected: its newest counts look on the way to a burst',
    }),
    health: WatchHealthView,
    baseline: BaselineView.nullable().meta({
      description: 'Whether it can tell a burst from the usual yet; null before its first poll',
    }),
    origin: OriginView.nullable().meta({
      description: 'Which trend list it was found on; null where a person watches or keeps it',
    }),
    createdAt: Instant,
  })
  .meta({ id: 'Watch' });
export type WatchView = z.infer<typeof WatchView>;

export const WatchPageView = z
  .object({ watches: z.array(WatchView), next: Next })
  .meta({ id: 'WatchPage' });
export type WatchPageView = z.infer<typeof WatchPageView>;

export const WatchesQuery = z.strictObject(pageFields(200, 100));

export const WatchRequest = z
  .strictObject({ ...TARGET_FIELDS, intervalMinutes: Interval.default(5) })
  .check((context) => checkTarget(context.value, context.issues, context.value))
  .meta({ id: 'WatchRequest' });
export type WatchRequest = z.input<typeof WatchRequest>;

export const WatchChange = z
  .strictObject({
    paused: z.boolean().optional().meta({ description: 'true pauses, false resumes' }),
    keep: z.literal(true).optional().meta({
      description: 'Discovery, which found it on a trend list, forgets it no more',
    }),
  })
  .refine(({ paused, keep }) => paused !== undefined || keep !== undefined, {
    error: 'must say what to change: paused, keep or both',
  })
  .meta({ id: 'WatchChange' });
export type WatchChange = z.infer<typeof WatchChange>;
