import { secondsInDay } from 'date-fns/constants';
import * as z from 'zod';
import { counterOf, type Rise, type SourceTide } from '../../model/surge.ts';
import { SOURCES } from '../../model/watch.ts';
import { finiteJson } from '../stored/finite-json.ts';
import { readStored } from './read-stored.ts';

/** Partition of the index `pending` for surges that were not told. */
export const PENDING_SURGE = 'surge';

/** Far longer than any tide. */
const RISE_KEPT_SECONDS = 7 * secondsInDay;

/** Rises of one time stand side by side, each at a place of its own within so many milliseconds after it. */
export const RISE_SPREAD_MS = 60_000;

/** A double tells so many places apart within a millisecond of our century. */
const PLACES_A_MILLISECOND = 4096;
const PLACES = RISE_SPREAD_MS * PLACES_A_MILLISECOND;

const TideBody = z.object({
  source: z.enum(SOURCES),
  place: z.string().nullable(),
  watched: z.int().nonnegative(),
  watchedMs: z.int(),
  surge: z
    .object({
      rose: z.int().positive(),
      watched: z.int().positive(),
      fromMs: z.int(),
      untilMs: z.int(),
      hashtags: z.array(z.string()),
      notice: z.object({
        noticeId: z.string().min(1),
        state: z.enum(['pending', 'sent']),
        raisedMs: z.int(),
        sentMs: z.int().nullable(),
      }),
    })
    .nullable(),
  version: z.int().positive(),
}) satisfies z.ZodType<SourceTide>;

const TideItem = z.object({
  tide: z.string().transform((json) => TideBody.parse(JSON.parse(json))),
});

const RiseItem = z.object({ of: z.string().min(1), hashtag: z.string(), atMs: z.number() });

/** Keys that no watch can have: tides and rises share the table of the bursts. */
export function tideKey(counter: string) {
  return { watchId: `tide#${counter}`, startMs: 0 };
}

export function risesKey(counter: string): string {
  return `rises#${counter}`;
}

export function tideItem(tide: SourceTide) {
  const notice = tide.surge?.notice;
  return {
    ...tideKey(counterOf(tide)),
    version: tide.version,
    tide: finiteJson(tide),
    ...(notice?.state === 'pending' && { pending: PENDING_SURGE, raisedMs: notice.raisedMs }),
  };
}

/** The same watch at the same time is the same item, so that a repeat changes nothing. */
export function riseItem({ counter, watchId, hashtag, atMs }: Rise) {
  const place = (hashOf(watchId) % PLACES) / PLACES_A_MILLISECOND;
  return {
    watchId: risesKey(counter),
    startMs: atMs + place,
    ...{ of: watchId, hashtag, atMs },
    ttl: Math.floor(atMs / 1000) + RISE_KEPT_SECONDS,
  };
}

export function readTideItem(item: unknown): SourceTide {
  return readStored(TideItem, item, 'tide item').tide;
}

export function readRiseItem(counter: string, item: unknown): Rise {
  const { of, hashtag, atMs } = readStored(RiseItem, item, 'rise item');
  return { counter, watchId: of, hashtag, atMs };
}

/** 32-bit FNV-1a, its bits mixed: neighbouring names must not fall side by side. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of name) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
