const SECOND_MS = 1_000;

/** Numbers from here on are seconds since 1970; smaller ones are seconds from now. */
const FIRST_EPOCH_SECONDS = 1e9;
const FIRST_EPOCH_MS = 1e12;

/** No network known to us counts in longer windows: what lies further ahead is a fault, and would never end. */
export const LONGEST_WINDOW_MS = 86_400_000;

export type SaidTime = {
  /** By our clock, epoch milliseconds. */
  readonly ms: number;
  /** How much later it may be in truth, since it was said in whole seconds. */
  readonly laterMs: number;
};

/**
 * A time that a server named: ISO or HTTP date, epoch seconds or milliseconds, or seconds from now.
 * It is read as so long after the answer's own `Date`: a server whose clock is wrong is wrong in both.
 *
 * @returns undefined if it is no time
 */
export function saidTime(text: string, headers: Headers, nowMs: number): SaidTime | undefined {
  const aheadMs = serverMs(headers, nowMs) - nowMs;
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (number >= FIRST_EPOCH_MS) return { ms: Math.ceil(number - aheadMs), laterMs: 0 };
  if (number >= FIRST_EPOCH_SECONDS)
    return { ms: Math.ceil(number * SECOND_MS - aheadMs), laterMs: SECOND_MS };
  if (number >= 0) return { ms: Math.ceil(nowMs + number * SECOND_MS), laterMs: SECOND_MS };
  const dateMs = Date.parse(text);
  return Number.isNaN(dateMs) ? undefined : { ms: dateMs - aheadMs, laterMs: 0 };
}

/** An answer out of a cache was dated when the cache was filled, and that says nothing of now. */
function serverMs(headers: Headers, nowMs: number): number {
  const dateMs = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(dateMs) || isCached(headers) ? nowMs : dateMs;
}

/** Whether a shared cache answered: its limits are those of whoever filled it. */
export function isCached(headers: Headers): boolean {
  return Number(headers.get('age') ?? 0) > 0;
}
