import * as z from 'zod';
import { INTERVAL_MINUTES, SOURCES, slotOf, WATCH_STATES, type Watch } from '../../model/watch.ts';
import { ANY_WATCH } from './count-watches.ts';
import { readStored } from './read-stored.ts';

const WatchItem = z.object({
  watchId: z.string().min(1),
  source: z.enum(SOURCES),
  place: z.string().nullable(),
  hashtag: z.string().min(1),
  display: z.string().min(1).optional(),
  intervalMinutes: z.literal(INTERVAL_MINUTES),
  phaseMinutes: z.int().nonnegative(),
  state: z.enum(WATCH_STATES),
  health: z.discriminatedUnion('state', [
    z.object({ state: z.literal('ok') }),
    z.object({
      state: z.literal('stale'),
      reason: z.string(),
      sinceMs: z.int(),
      retryAtMs: z.int().optional(),
    }),
  ]),
  baseline: z
    .discriminatedUnion('state', [
      z.object({ state: z.literal('reading'), fromMs: z.int(), readMs: z.int(), untilMs: z.int() }),
      z.object({ state: z.literal('young'), readyMs: z.int() }),
      z.object({ state: z.literal('taught'), fromMs: z.int() }),
      z.object({ state: z.literal('ready') }),
    ])
    .optional(),
  origin: z
    .object({
      kind: z.literal('discovered'),
      list: z.string().min(1),
      untilMs: z.int(),
      judgeFromMs: z.int(),
    })
    .optional(),
  createdMs: z.int(),
  version: z.int().positive(),
}) satisfies z.ZodType<Watch>;

/** A watch with the keys of its indexes; without a slot it is not in `due`. */
export function watchItem(watch: Watch) {
  const slot = slotOf(watch);
  return { ...watch, kind: ANY_WATCH, ...(slot !== undefined && { slot }) };
}

export function readWatchItem(item: unknown): Watch {
  return readStored(WatchItem, item, 'watch item');
}
