const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const TIME = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});
const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const TENTHS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const DIGITS = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 });
const SMALLEST = 0.001;

/** One time zone for everybody: readers in different places must be able to quote each other. */
export function dayOf(instant: string | number): string {
  return DAY.format(new Date(instant));
}

/** @example weekdayOf('2026-01-06') // 'Tuesday 6 Jan 2026' */
export function weekdayOf(instant: string): string {
  return `${WEEKDAY.format(new Date(instant))} ${dayOf(instant)}`;
}

export function timeOf(instant: string | number): string {
  return TIME.format(new Date(instant));
}

/** @example span('2026-11-21T18:05:00Z', null) // '21 Nov 2026, 18:05 UTC, still going' */
export function span(start: string, end: string | null): string {
  const from = `${dayOf(start)}, ${timeOf(start)}`;
  if (end === null) return `${from} UTC, still going`;
  const sameDay = dayOf(start) === dayOf(end);
  return `${from} – ${sameDay ? '' : `${dayOf(end)}, `}${timeOf(end)} UTC`;
}

/** @example afterStart('2026-11-21T18:05:00Z', '2026-11-21T18:09:10Z') // '18:09 UTC, 4 min after the burst began' */
export function afterStart(start: string, first: string | null): string {
  if (first === null) return 'not so far';
  const minutes = Math.round((Date.parse(first) - Date.parse(start)) / 60_000);
  return `${timeOf(first)} UTC, ${whole(minutes)} min after the burst began`;
}

export function whole(value: number): string {
  return WHOLE.format(value);
}

/**
 * A measure to be read, not computed with: what is under a thousandth is only said to be so.
 *
 * @example [1512.9, 6.42, 0.2512, 8e-45].map(short) // ['1,513', '6.4', '0.25', '<0.001']
 */
export function short(value: number): string {
  const size = Math.abs(value);
  if (size > 0 && size < SMALLEST) return value > 0 ? `<${SMALLEST}` : '0';
  if (size < 1) return DIGITS.format(value);
  return size < 100 ? TENTHS.format(value) : whole(value);
}

/** @example counted(1, 'post') // '1 post' */
export function counted(count: number, noun: string): string {
  return `${whole(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** @example roseWith({ rose: 812, watched: 1000 }) // 'rose with 812 of 1,000 hashtags of this source' */
export function roseWith({ rose, watched }: { rose: number; watched: number }): string {
  return `rose with ${whole(rose)} of ${whole(watched)} hashtags of this source`;
}

/**
 * How many of how many posts were judged; null where it is nearly all: posts come late, are hidden, or go
 * between two counts.
 *
 * @example sampleWords({ kept: 812, counted: 2400 }) // '812 of 2,400 posts counted were kept (34 %)'
 */
export function sampleWords(
  sample: { readonly kept: number; readonly counted: number } | null,
): string | null {
  if (sample === null || sample.kept >= 0.9 * sample.counted) return null;
  const { kept, counted: all } = sample;
  const share = (100 * kept) / all;
  const percent = kept > 0 && share < 1 ? 'under 1' : whole(share);
  return `${whole(kept)} of ${whole(all)} posts counted were kept (${percent} %)`;
}
