const DAY_MS = 86_400_000;
export const WEEK_MS = 7 * DAY_MS;

/** The epoch began on a Thursday. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

/** Start of the week that a moment lies in, Monday 00:00 UTC, epoch milliseconds. */
export function mondayOf(ms: number): number {
  return ms - ((((ms - FIRST_MONDAY_MS) % WEEK_MS) + WEEK_MS) % WEEK_MS);
}

/** @example isoDay(Date.UTC(2026, 0, 5)) // '2026-01-05' */
export function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/**
 * Start of the week of a day as it stands in an address.
 *
 * @returns undefined where it is no day
 */
export function weekOfAddress(day: string | undefined): number | undefined {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(day ?? '') ? Date.parse(`${day}`) : Number.NaN;
  return Number.isNaN(ms) ? undefined : mondayOf(ms);
}
