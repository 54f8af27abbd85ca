import { hashtagFault } from '../model/hashtag-fault.ts';
import type { Stay, TrendList } from '../model/trend-list.ts';
import type { WatchHealth } from '../model/watch.ts';
import type { Trend } from '../ports/source.ts';

/** What one reading gives at most, and how long a name may be as it is written: a list is kept as one item. */
const MOST_LISTED = 50;
const MOST_WRITTEN = 400;

/** Off the list and not watched, at most: those that were there last are remembered. */
const MOST_ABSENT = 200;

/** A reading may be left out now and then. */
const LONGEST_STEPS = 3;

/**
 * A list after it was read. A hashtag that comes back within `coolMs` never left; one that was away
 * for longer, and is not watched, is forgotten and may trend anew.
 *
 * @param everyMs how often it is read: what lies far beyond it, between two readings, is not known
 *   to have been without a hashtag
 */
export function noteTrends(
  list: TrendList,
  trends: readonly Trend[],
  atMs: number,
  everyMs: number,
  coolMs: number,
): TrendList {
  const sinceMs = list.readMs === 0 ? 0 : Math.max(0, atMs - list.readMs);
  const stepMs = Math.min(sinceMs, LONGEST_STEPS * everyMs);
  const known = new Map(list.stays.map((stay) => [stay.hashtag, stay]));
  const watchable = trends.slice(0, MOST_LISTED).filter(isWatchable);
  const now = new Map(watchable.map((trend) => [trend.hashtag, trend]));
  const present = [...now.values()].map((trend) => onList(known.get(trend.hashtag), trend, atMs));
  const absent = list.stays
    .filter(({ hashtag }) => !now.has(hashtag))
    .map((stay) => ({ ...stay, absentMs: stay.absentMs + stepMs }))
    .filter((stay) => stay.absentMs < coolMs || isOurs(stay));
  const readMs = Math.max(list.readMs, atMs);
  return { ...list, readMs, health: { state: 'ok' }, stays: [...present, ...lastThere(absent)] };
}

function isWatchable({ display }: Trend): boolean {
  return display.length <= MOST_WRITTEN && hashtagFault(display) === undefined;
}

function lastThere(absent: readonly Stay[]): readonly Stay[] {
  const others = absent.filter((stay) => !isOurs(stay));
  const last = others.sort((one, other) => one.absentMs - other.absentMs).slice(0, MOST_ABSENT);
  return [...absent.filter(isOurs), ...last];
}

/** A list that could not be read: nothing is known of who is on it, and nobody is absent for it. */
export function noteUnread(list: TrendList, reason: string, atMs: number): TrendList {
  const { health } = list;
  const sinceMs = health.state === 'stale' ? health.sinceMs : atMs;
  const stale: WatchHealth = { state: 'stale', reason, sinceMs };
  return { ...list, health: stale };
}

/** Whether there is, or may be, a watch of ours for it. */
export function isOurs({ state }: Stay): boolean {
  return state === 'opening' || state === 'open' || state === 'closing';
}

function onList(
  stay: Stay | undefined,
  { hashtag, display, startedMs }: Trend,
  atMs: number,
): Stay {
  if (stay !== undefined) return { ...stay, absentMs: 0 };
  return {
    hashtag,
    display,
    sinceMs: atMs,
    ...(startedMs !== null && { startedMs }),
    absentMs: 0,
    state: 'waiting',
  };
}
