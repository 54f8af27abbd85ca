import * as z from 'zod';
import { INTERVAL_MINUTES, SOURCES, WATCH_STATES, type Watch } from '../model/watch.ts';

const Time = z.number().nonnegative();

const WatchMessage = z.object({
  watchId: z.string().min(1),
  source: z.enum(SOURCES),
  place: z.string().nullable(),
  hashtag: z.string().min(1),
  display: z.string().min(1).optional(),
  intervalMinutes: z.literal([...INTERVAL_MINUTES]),
  phaseMinutes: z.int().nonnegative(),
  state: z.enum(WATCH_STATES),
  health: z.discriminatedUnion('state', [
    z.object({ state: z.literal('ok') }),
    z.object({
      state: z.literal('stale'),
      reason: z.string(),
      sinceMs: Time,
      retryAtMs: Time.optional(),
    }),
  ]),
  baseline: z
    .discriminatedUnion('state', [
      z.object({ state: z.literal('reading'), fromMs: Time, readMs: Time, untilMs: Time }),
      z.object({ state: z.literal('young'), readyMs: Time }),
      z.object({ state: z.literal('taught'), fromMs: Time }),
      z.object({ state: z.literal('ready') }),
    ])
    .optional(),
  origin: z
    .object({
      kind: z.literal('discovered'),
      list: z.string().min(1),
      untilMs: Time,
      judgeFromMs: Time,
    })
    .optional(),
  createdMs: Time,
  version: z.int().nonnegative(),
}) satisfies z.ZodType<Watch>;

/** dispatch → poll */
export const PollDueMessage = z.object({
  watch: WatchMessage,
  atMs: Time,
  again: z.literal(true).optional(),
});

/** poll and api → assess */
export const AssessDueMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('burst'), burstId: z.string().min(1), atMs: Time }),
  z.object({ kind: z.literal('check'), checkId: z.string().min(1), atMs: Time }),
]);

/** assess → publish */
export const PublishDueMessage = z.union([
  z.object({ burstId: z.string().min(1), atMs: Time }),
  z.object({ surgeOf: z.string().min(1), atMs: Time }),
]);
