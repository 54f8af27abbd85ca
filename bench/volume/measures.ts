import { wilsonInterval } from '../../functions/stats/wilson-interval.ts';
import { DAYS, DAYS_A_MONTH, POLL_MINUTES } from './calendar.ts';
import type { AlarmTally, Tally, TrialTally } from './tally.ts';

/** A figure and the interval that holds the true one with 95 % confidence. */
export type Figure = { readonly value: number; readonly low: number; readonly high: number };

/** Two-sided 95 % quantile of the normal law. */
const Z95 = 1.96;

export const PERIODS = { whole: DAYS, firstWeek: 7, firstDay: 1 } as const;

/**
 * False alarms a tag-month. Where hashtags differ more than chance would have them, the interval is as much
 * wider.
 *
 * @source Byar's limits of a Poisson count: Breslow and Day (1987), Statistical Methods in Cancer Research 2, 69
 */
export function falseAlarms(tally: Tally, period: keyof typeof PERIODS): Figure {
  const months = (tally.tags * PERIODS[period]) / DAYS_A_MONTH;
  const { alarms } = tally[period];
  const spread = spreadOf(tally[period], tally.tags);
  const [low, high] = [byar(alarms / spread, -1), byar(alarms / spread + 1, 1)];
  return { value: alarms / months, low: (low * spread) / months, high: (high * spread) / months };
}

/** How many times the variance between hashtags is that of a Poisson count; 1 at least. */
function spreadOf({ alarms, squares }: AlarmTally, tags: number): number {
  const mean = alarms / tags;
  return alarms === 0 ? 1 : Math.max(1, (squares / tags - mean * mean) / mean);
}

function byar(count: number, side: -1 | 1): number {
  if (count <= 0) return 0;
  return count * Math.max(0, 1 - 1 / (9 * count) + (side * Z95) / (3 * Math.sqrt(count))) ** 3;
}

/** Share of injected bursts that raised an alarm while they lasted. */
export function powerOf({ seen, trials }: TrialTally): Figure {
  return { value: seen / trials, ...wilsonInterval(seen, trials) };
}

/** Minutes from the start of a burst to the end of the poll that raised the alarm, of those that were seen. */
export function medianDelay({ seen, delays }: TrialTally): number | null {
  let before = 0;
  for (const [index, many] of delays.entries()) {
    before += many;
    if (seen > 0 && before >= seen / 2) return (index + 1) * POLL_MINUTES;
  }
  return null;
}

/** Alarms in a hundred trials beyond those of the same days as they were. */
export function excessOf({ alarms, usual, trials }: TrialTally): Figure {
  const value = (100 * (alarms - usual)) / trials;
  const spread = (100 * Z95 * Math.sqrt(alarms + usual)) / trials;
  return { value, low: value - spread, high: value + spread };
}

/** A figure with its interval, as a cell of a table. */
export function cellOf({ value, low, high }: Figure, digits: number): string {
  return `${value.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
}
