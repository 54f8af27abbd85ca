import type { Chance } from '../chance.ts';
import { drawNormal } from '../draw/normal.ts';
import { weightedIndex } from '../draw/weighted-index.ts';
import { ZONES, type Zone } from './local-clock.ts';

type Shift = {
  /** When the first one begins; the others begin at the same hour of the days that follow. */
  readonly startMs: number;
  readonly zone: Zone;
  readonly days: number;
  /** Span of a day that holds nine tenths of its posts. */
  readonly hours: number;
  /** Share of posts at the weekend, where there is one. */
  readonly weekendShare: number;
};

/** Standard deviations that hold nine tenths of a day: few of it are drawn, and none before the start. */
const NINE_TENTHS = 2.95;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Moments of employees at work: around the middle of a shift, on busier days more often.
 *
 * @param width of the law around the middle, over the one that makes the span; 1 for single posts
 * @returns draws epoch milliseconds, none before the shift begins
 */
export function shiftMoments(chance: Chance, shift: Shift, width: number): () => number {
  const { startMs, zone, days, hours, weekendShare } = shift;
  const sdMs = (hours * HOUR_MS) / NINE_TENTHS;
  const nextDay = weightedIndex(
    Array.from({ length: Math.round(days) }, (_, day) =>
      isWeekend(startMs + day * DAY_MS, zone) ? weekendShare / 2 : (1 - weekendShare) / 5,
    ),
  );
  return () => {
    for (;;) {
      const offsetMs = sdMs * (2 + width * drawNormal(chance));
      if (offsetMs >= 0) return startMs + nextDay(chance) * DAY_MS + offsetMs;
    }
  };
}

function isWeekend(atMs: number, zone: Zone): boolean {
  const weekday = new Date(atMs + ZONES[zone] * HOUR_MS).getUTCDay();
  return weekday === 0 || weekday === 6;
}
