import type { AccountDates } from '../model/account-dates.ts';
import { type Evidence, type MeasuredEvidence, measured, unmeasured } from '../model/evidence.ts';
import type { UsualAuthors } from '../model/usual-authors.ts';
import { type CreationInWavesSettings, clusteringInWaves } from './creation-in-waves.ts';
import type { PostTable } from './post-table.ts';

const DAY_MS = 86_400_000;

type CreationScale = {
  /** Accounts of one batch lie within as many days. */
  readonly days: number;
  /** Chance is judged within as many days: the network's growth is even over them. */
  readonly aroundDays: number;
};

export type CreationSettings = {
  readonly scales: readonly CreationScale[];
  /** Creation dates below which nothing is said. */
  readonly minDates: number;
  /** When half the accounts are younger, days, a wave of newcomers and a batch look alike. */
  readonly youngDays: number;
  /** Pairs of one period below which nothing is claimed. */
  readonly minPairs: number;
  /** The z that counts as one in ten thousand: the number of pairs is skewed. */
  readonly zOfLimit: number;
  /** Where the network grew in waves. */
  readonly waves: CreationInWavesSettings;
};

/** What is known of a source's account dates. */
export type CreationContext = {
  /** The network took in whole crowds within days, so its ordinary authors cluster too. */
  readonly grewInWaves: boolean;
  readonly dates: AccountDates;
  readonly usual: UsualAuthors | undefined;
};

/**
 * Were accounts made in batches? Pairs of accounts made in the same period, against dates spread
 * evenly over the months around; where the network grew in waves against those of usual authors.
 *
 * Elsewhere usual authors are not asked: those of an input may be the campaign itself.
 *
 * @returns `effect` is the share of accounts that one batch would have to be to explain the pairs
 */
export function measureCreationClustering(
  table: PostTable,
  { grewInWaves, dates, usual }: CreationContext,
  settings: CreationSettings,
): Evidence {
  const days = creationDays(table);
  if (dates === 'self-declared' && days.length >= settings.minDates) {
    return unmeasured(
      'creation-clustering',
      `accounts declare their own dates here: ${largestBatch(days)} of ${days.length} declare the same day`,
    );
  }
  if (grewInWaves && usual === undefined) {
    return unmeasured(
      'creation-clustering',
      'this network grew in waves that look like batches; its usual authors are not known yet',
    );
  }
  if (days.length < settings.minDates) {
    return unmeasured(
      'creation-clustering',
      `${days.length} of ${settings.minDates} account dates known`,
    );
  }
  if (grewInWaves && usual !== undefined) {
    return clusteringInWaves(days.filter(isSettled(table, settings)), usual, settings.waves);
  }
  if (isYoung(days, table, settings.youngDays)) {
    return unmeasured(
      'creation-clustering',
      `half the accounts are younger than ${settings.youngDays} days: newcomers look like a batch`,
    );
  }
  return settings.scales
    .map((scale) => atScale(days, scale, settings))
    .reduce((best, one) => (one.score > best.score ? one : best));
}

/** Days since 1970 on which the accounts were made, ascending, one an account that tells. */
function creationDays(table: PostTable): number[] {
  return Array.from(table.accountCreatedMs)
    .filter((createdMs) => !Number.isNaN(createdMs))
    .map((createdMs) => Math.floor(createdMs / DAY_MS))
    .sort((one, other) => one - other);
}

/**
 * Whether a date lies well before the burst: a server that meets an account in the burst may give
 * that day for the account's own.
 */
function isSettled(table: PostTable, { waves }: CreationSettings): (day: number) => boolean {
  const today = Math.floor((table.createdMs[0] ?? 0) / DAY_MS);
  return (day) => day <= today - waves.freshDays;
}

/** Whether half the accounts were younger than `youngDays` when the burst began. */
function isYoung(days: readonly number[], table: PostTable, youngDays: number): boolean {
  const today = (table.createdMs[0] ?? 0) / DAY_MS;
  return 2 * days.filter((day) => day > today - youngDays).length >= days.length;
}

/** Accounts of one batch that makes so many pairs. */
function batchOf(pairs: number): number {
  return pairs > 0 ? (1 + Math.sqrt(1 + 8 * pairs)) / 2 : 0;
}

function atScale(
  days: readonly number[],
  { days: width, aroundDays }: CreationScale,
  settings: CreationSettings,
): MeasuredEvidence {
  const bins = countBy(days, width);
  const pairs = pairsIn(bins);
  const chance = width / aroundDays;
  const expected = pairsIn(countBy(days, aroundDays)) * chance;
  const z = (pairs - expected) / Math.sqrt(Math.max(expected * (1 - chance), 0.25));
  const enough = pairs >= settings.minPairs;
  return measured(
    'creation-clustering',
    enough ? Math.max(0, (4 * z) / settings.zOfLimit) : 0,
    batchOf(pairs - expected) / days.length,
    bins.filter((count) => count > 1).reduce((sum, count) => sum + count, 0),
    {
      days: width,
      pairs,
      expected,
      batchSize: batchOf(pairs - expected),
      z,
      dates: days.length,
      largestBatch: largest(bins),
    },
  );
}

function largestBatch(days: readonly number[]): number {
  return largest(countBy(days, 1));
}

function largest(counts: readonly number[]): number {
  return counts.reduce((most, count) => Math.max(most, count), 0);
}

function countBy(days: readonly number[], width: number): number[] {
  const counts = new Map<number, number>();
  for (const day of days) {
    const bin = Math.floor(day / width);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  return [...counts.values()];
}

function pairsIn(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}
