import { millisecondsInMinute } from 'date-fns/constants';

const SLOT_MS = 5 * millisecondsInMinute;

/** A leap over a silent stretch stays below what the replay source remembers. */
const LONGEST_LEAP_MS = 12 * 60 * millisecondsInMinute;

export type TickAsk = {
  readonly nowMs: number;
  /** The newest tick that fell on a five-minute slot, at which quiet watches are polled. */
  readonly slotMs: number;
  readonly isBursting: boolean;
  /** The next creation or deletion of a watched post at or after a time; undefined once nothing is left. */
  readonly nextEventMs: (fromMs: number) => number | undefined;
};

/**
 * The next minute at which the schedule must fire for anything to be seen: the minute after the
 * next post or deletion while a watch is in a burst, else the slot after it. Minutes in between
 * would poll and find nothing, so leaving them out changes no result.
 *
 * @returns undefined once nothing is left to happen
 */
export function nextTickMs({
  nowMs,
  slotMs,
  isBursting,
  nextEventMs,
}: TickAsk): number | undefined {
  const eventMs = nextEventMs(nowMs);
  const unseenMs = nextEventMs(slotMs);
  if (eventMs === undefined && (unseenMs === undefined || ceilAfter(unseenMs, SLOT_MS) <= nowMs)) {
    return undefined;
  }
  const slot = unseenMs === undefined ? Infinity : ceilAfter(unseenMs, SLOT_MS);
  const minute =
    isBursting && eventMs !== undefined ? ceilAfter(eventMs, millisecondsInMinute) : Infinity;
  return Math.min(slot, minute, ceilAfter(nowMs + LONGEST_LEAP_MS, SLOT_MS));
}

/** The first multiple of `stepMs` strictly after `ms`. */
export function ceilAfter(ms: number, stepMs: number): number {
  return (Math.floor(ms / stepMs) + 1) * stepMs;
}
