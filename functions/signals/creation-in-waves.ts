import { type Evidence, measured, unmeasured } from '../model/evidence.ts';
import type { UsualAuthors } from '../model/usual-authors.ts';
import { poissonSurprise } from '../stats/poisson-surprise.ts';

export type CreationInWavesSettings = {
  /** Dates of usual authors below which nothing is said. */
  readonly minUsual: number;
  /** Dates less than so many days before the burst are not looked at. */
  readonly freshDays: number;
  /** Usual authors' days are as even as this many days around them. */
  readonly periodDays: number;
  /** How many times the fuller of its neighbours a day of a wave may hold. */
  readonly waveSlope: number;
  /** -log10 p from which a day counts as a batch. */
  readonly minSurprise: number;
};

const DAY_MS = 86_400_000;

type Batch = { readonly day: number; readonly count: number; readonly expected: number };

/**
 * The day on which far more of the accounts were made than both the usual authors and the days
 * beside it lead one to expect. A wave of newcomers, also one that nobody has seen before, rises
 * and fades over days; a batch stands alone.
 *
 * @param days on which the accounts were made, since 1970, one an account
 * @returns `effect` is the share of accounts by which the day holds more than expected; `accounts` are
 *   those of every day that stands out
 */
export function clusteringInWaves(
  days: readonly number[],
  usual: UsualAuthors,
  settings: CreationInWavesSettings,
): Evidence {
  const known = sum(usual.createdDays.values());
  if (known < settings.minUsual) {
    return unmeasured(
      'creation-clustering',
      `${known} of ${settings.minUsual} account dates of usual authors known, in a network that grew in waves`,
    );
  }
  const counts = countByDay(days);
  const byUsual = expectation(usual.createdDays, known, days.length, settings.periodDays);
  const found = [...counts].map(([day, count]) => ({
    ...{ day, count },
    expected: Math.max(byUsual(day), besides(counts, day, settings.waveSlope)),
  }));
  const tried = Math.log10(Math.max(1, found.length));
  const scoreOf = ({ count, expected }: Batch) =>
    Math.max(0, poissonSurprise(count, expected) - tried);
  const [best = { day: 0, count: 0, expected: 1 }] = found.toSorted(
    (one, other) => scoreOf(other) - scoreOf(one) || other.count - one.count || one.day - other.day,
  );
  const batches = found.filter((one) => scoreOf(one) >= settings.minSurprise);
  return measured(
    'creation-clustering',
    scoreOf(best),
    Math.max(0, best.count - best.expected) / Math.max(1, days.length),
    sum(batches.map(({ count }) => count)),
    {
      day: new Date(best.day * DAY_MS).toISOString().slice(0, 10),
      batch: best.count,
      expected: best.expected,
      batches: batches.length,
      dates: days.length,
      usual: usual.of,
      usualAccounts: known,
    },
  );
}

function countByDay(days: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}

/** Accounts of a day if these came as the usual authors did, by the day or by the month around it. */
function expectation(
  usual: ReadonlyMap<number, number>,
  known: number,
  accounts: number,
  periodDays: number,
): (day: number) => number {
  const periodOf = (day: number) => Math.floor(day / periodDays);
  const byPeriod = new Map<number, number>();
  for (const [day, count] of usual) {
    byPeriod.set(periodOf(day), (byPeriod.get(periodOf(day)) ?? 0) + count);
  }
  return (day) => {
    const even = ((byPeriod.get(periodOf(day)) ?? 0) + 1) / periodDays;
    return (accounts / known) * Math.max(even, atMost(usual.get(day) ?? 0));
  };
}

/** Accounts of a day if it belongs to a wave: the fuller of its neighbours, and a slope. */
function besides(counts: ReadonlyMap<number, number>, day: number, slope: number): number {
  const fuller = Math.max(counts.get(day - 1) ?? 0, counts.get(day + 1) ?? 0);
  return slope * (atMost(fuller) + 1);
}

/** Two standard deviations above a count: what was seen may have been few by chance. */
function atMost(count: number): number {
  return count + 2 * Math.sqrt(count);
}

function sum(values: Iterable<number>): number {
  let all = 0;
  for (const value of values) all += value;
  return all;
}
