import { whole } from '../../dashboard/wording.ts';
import type { Rows } from '../check-report-rows.ts';
import { volumeOf } from '../check-report-volume.ts';
import { figure, numbers } from './figure.ts';
import { html, type Markup } from './markup.ts';
import { columns, countTicks, PLOT_WIDTH, plot, xOf, yOf } from './plot.ts';
import { day, spanWords, stepFor, timeTicks } from './time-axis.ts';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const MOST_BARS = 110;

/** Chance is judged against the half year around, as the signal does; against more where a bar is itself so long. */
const AROUND_MS = 182 * DAY_MS;
const AROUND_BARS = 3;

/** When the accounts were made, against an even spread over the half year around. */
export function creationPicture({ madeMs }: Rows): Markup | null {
  const dates = madeMs.filter((ms) => !Number.isNaN(ms)).sort();
  if (dates.length < 2) return null;
  const firstMs = dates[0] ?? 0;
  const lastMs = dates.at(-1) ?? 0;
  const stepMs = Math.max(DAY_MS, stepFor(lastMs - firstMs + DAY_MS, MOST_BARS));
  const startMs = Math.floor(firstMs / stepMs) * stepMs;
  const parts = Math.floor((lastMs - startMs) / stepMs) + 1;
  const endMs = startMs + parts * stepMs;
  const made = volumeOf(dates, startMs, endMs, parts);
  const even = made.map((_, at) => expectedIn(dates, startMs + at * stepMs, stepMs));
  const top = Math.max(...made, ...even);
  const line = even.map((count, at) => point(at / parts, count / top, at === 0)).join('');
  const drawing = html`<path class="fill" d="${columns(made.map((count) => count / top))}"/><path class="even" d="${line}H${PLOT_WIDTH}"/>`;
  const weeks = fullestWeeks(dates);
  return figure({
    title: 'When the accounts were made',
    picture: plot({
      told: `Creation dates of ${dates.length} accounts, ${day(firstMs)} to ${day(lastMs)}, at most ${Math.max(...made)} in ${spanWords(stepMs)}`,
      x: timeTicks(startMs, endMs),
      y: countTicks(top),
      drawing,
    }),
    caption: html`${whole(dates.length)} of ${whole(madeMs.length)} accounts, ${spanWords(stepMs)} a bar. <span class="even-key">The line</span> is an even spread over the ${spanWords(aroundFor(stepMs))} around. Bars far above it are batches, or a wave of newcomers.`,
    table: numbers(
      ['fullest weeks, from', 'accounts', 'if spread evenly'],
      weeks.map(({ startMs: weekMs, accounts }) => [
        day(weekMs),
        accounts,
        expectedIn(dates, weekMs, WEEK_MS).toLocaleString('en-GB', { maximumFractionDigits: 1 }),
      ]),
    ),
  });
}

function aroundFor(spanMs: number): number {
  return Math.max(AROUND_MS, AROUND_BARS * spanMs);
}

/** Accounts that a part would hold if those around it were spread evenly. */
function expectedIn(dates: Float64Array, startMs: number, spanMs: number): number {
  const aroundMs = aroundFor(spanMs);
  const fromMs = startMs + (spanMs - aroundMs) / 2;
  const around = dates.filter((ms) => ms >= fromMs && ms < fromMs + aroundMs).length;
  return (around * spanMs) / aroundMs;
}

function fullestWeeks(dates: Float64Array) {
  const weeks = new Map<number, number>();
  for (const ms of dates) {
    const week = Math.floor(ms / WEEK_MS) * WEEK_MS;
    weeks.set(week, (weeks.get(week) ?? 0) + 1);
  }
  return [...weeks]
    .sort(([a, one], [b, other]) => other - one || a - b)
    .slice(0, 10)
    .map(([startMs, accounts]) => ({ startMs, accounts }));
}

function point(x: number, y: number, first: boolean): string {
  return first ? `M0 ${yOf(y)}` : `H${xOf(x)}V${yOf(y)}`;
}
