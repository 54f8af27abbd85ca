import type { Tick } from './plot.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Steps that people count time in, milliseconds. */
const STEPS_MS: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND_MS),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE_MS),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR_MS),
  ...[1, 2, 7, 14, 28, 91, 182, 365, 730, 1826].map((n) => n * DAY_MS),
];

/** The shortest such step of which at most `most` make up the span. */
export function stepFor(spanMs: number, most: number): number {
  return STEPS_MS.find((stepMs) => spanMs / stepMs <= most) ?? spanMs;
}

/** Round times of a span, at most five. */
export function timeTicks(fromMs: number, toMs: number): readonly Tick[] {
  const spanMs = Math.max(1, toMs - fromMs);
  const stepMs = stepFor(spanMs, 5);
  const first = Math.ceil(fromMs / stepMs);
  const ticks: Tick[] = [];
  for (let n = first; n * stepMs <= toMs; n++) {
    ticks.push({ at: (n * stepMs - fromMs) / spanMs, text: labelOf(n * stepMs, stepMs) });
  }
  return ticks;
}

function labelOf(ms: number, stepMs: number): string {
  const iso = new Date(ms).toISOString();
  if (stepMs < MINUTE_MS) return iso.slice(11, 19);
  if (stepMs < DAY_MS) return iso.slice(11, 16);
  return stepMs < 91 * DAY_MS ? iso.slice(5, 10) : iso.slice(0, 7);
}

/** A length of time as it is said. @example spanOf(90_000) // '90 seconds' */
export function spanWords(ms: number): string {
  if (ms < 2 * MINUTE_MS) return counted(ms / SECOND_MS, 'second');
  if (ms < 2 * HOUR_MS) return counted(ms / MINUTE_MS, 'minute');
  return ms < 3 * DAY_MS ? counted(ms / HOUR_MS, 'hour') : counted(ms / DAY_MS, 'day');
}

function counted(count: number, noun: string): string {
  const shown = count.toLocaleString('en-GB', { maximumFractionDigits: count < 10 ? 1 : 0 });
  return `${shown} ${noun}${shown === '1' ? '' : 's'}`;
}

/** @example instant(Date.UTC(2026, 0, 5, 9, 3, 7)) // '5 Jan 2026, 09:03:07' */
export function instant(ms: number): string {
  return `${day(ms)}, ${clock(ms)}`;
}

export function day(ms: number): string {
  return new Date(ms).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** Seconds are told only where there are any. */
export function clock(ms: number): string {
  const time = new Date(ms).toISOString().slice(11, 19);
  return time.endsWith(':00') ? time.slice(0, 5) : time;
}

/** From one time to another, in UTC, the day said once where it is the same. */
export function stretchWords(fromMs: number, toMs: number): string {
  const later = day(fromMs) === day(toMs) ? clock(toMs) : instant(toMs);
  return `${instant(fromMs)} – ${later} UTC`;
}

/** The same without seconds, zone and year said twice, for a column of times. */
export function shortStretch(fromMs: number, toMs: number): string {
  const minute = (ms: number) => new Date(ms).toISOString().slice(11, 16);
  const later = day(fromMs) === day(toMs) ? minute(toMs) : `${day(toMs)}, ${minute(toMs)}`;
  return `${day(fromMs)}, ${minute(fromMs)} – ${later}`;
}
