import { MICRO, X_PRICES } from '../../functions/adapters/x/prices.ts';
import { MOST_POSTS, MOST_TRENDS, TRENDS_EVERY_MS } from '../../functions/adapters/x/x-options.ts';
import { INTERVAL_MINUTES, type IntervalMinutes } from '../../functions/model/watch.ts';
import { markdownTable } from '../verdicts/markdown-table.ts';

const DAYS = 30;
const MINUTES_A_DAY = 1440;
const HOUR_MINUTES = 60;
const MINUTE_MS = 60_000;

/** US dollars for the counts of so many watches in a month of 30 days: a request a bucket, burst or not. */
export function xCounts(watches: number, interval: IntervalMinutes): number {
  return (watches * DAYS * (MINUTES_A_DAY / interval) * X_PRICES.countRequest) / MICRO;
}

/**
 * US dollars for the posts of an hour in a burst, beside its counts: each with an author who had not
 * posted before. Looking for them again is free on the day on which they were read.
 *
 * @param posts a minute
 */
export function xBurstHour(posts: number): number {
  const read = HOUR_MINUTES * Math.min(posts, MOST_POSTS);
  return (read * (X_PRICES.post + X_PRICES.author)) / MICRO;
}

/** US dollars for reading the trend list of one place for a month. */
function xTrends(everyMinutes: number): number {
  const looks = (DAYS * MINUTES_A_DAY) / everyMinutes;
  return (looks * MOST_TRENDS * X_PRICES.trend) / MICRO;
}

/** What X charges for our polling, by its prices and our defaults. */
export function benchXCost(): string {
  const counts = INTERVAL_MINUTES.map((interval) => [
    `${interval} min`,
    usd(xCounts(1, interval)),
    usd(xCounts(100, interval)),
  ]);
  const bursts = [10, 50, MOST_POSTS].map((posts) => [
    posts === MOST_POSTS ? `${posts} and more` : `${posts}`,
    usd(xBurstHour(posts)),
  ]);
  const trends = [TRENDS_EVERY_MS / MINUTE_MS, MINUTES_A_DAY].map((every) => [
    `${every} min`,
    usd(xTrends(every)),
  ]);
  return [
    '## Cost of X, US dollars',
    '',
    markdownTable(['counts every', 'a hashtag, month', '100 hashtags, month'], counts),
    '',
    markdownTable(['posts a minute in a burst', 'an hour of it'], bursts),
    '',
    markdownTable(['a trend list every', 'month'], trends),
    '',
  ].join('\n');
}

function usd(amount: number): string {
  return amount.toFixed(2);
}
