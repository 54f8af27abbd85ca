import { accountsByBin } from './accounts-by-bin.ts';
import type { PostTable } from './post-table.ts';

const MINUTE_MS = 60_000;

export type CrowdedSettings = {
  /** Length of a window, milliseconds. */
  readonly windowMs: number;
  /** The usual rate is taken from as many windows on each side. */
  readonly sideWindows: number;
  /** Accounts in a window, at least. */
  readonly minWindowAccounts: number;
  /** Accounts in a minute, at least, where stamps are whole minutes. */
  readonly minMinuteAccounts: number;
  /** Standard deviations by which a window must stand out. */
  readonly minWindowSpread: number;
};

/** Posts `from` up to `to` (exclusive) of a table. */
export type PostRange = { readonly from: number; readonly to: number };

/**
 * Windows that hold more accounts than the rate on either side explains: where accounts may have
 * met by design. Windows do not overlap; the most crowded go first.
 */
export function crowdedWindows(table: PostTable, settings: CrowdedSettings): PostRange[] {
  if (table.minuteStamps) {
    return accountsByBin(table, MINUTE_MS)
      .filter((bin) => bin.accounts >= settings.minMinuteAccounts)
      .map((bin) => ({ from: bin.firstPost, to: bin.endPost }));
  }
  const times = table.createdMs;
  const found = candidates(table, times, settings).sort(
    (one, other) => other.spread - one.spread || one.from - other.from,
  );
  return withoutOverlap(found, times, settings.windowMs);
}

type Candidate = PostRange & { readonly spread: number };

function candidates(table: PostTable, times: Float64Array, settings: CrowdedSettings): Candidate[] {
  const { windowMs, sideWindows, minWindowAccounts, minWindowSpread } = settings;
  const sideMs = windowMs * sideWindows;
  const inside = slidingAccounts(table);
  const marks = { to: 0, left: 0, right: 0 };
  const found: Candidate[] = [];
  for (let from = 0; from < times.length; from++) {
    const start = times[from] ?? 0;
    marks.to = forward(times, marks.to, start + windowMs);
    marks.left = forward(times, marks.left, start - sideMs);
    marks.right = forward(times, marks.right, start + windowMs + sideMs);
    const accounts = inside.between(from, marks.to);
    const rate = Math.max(from - marks.left, marks.right - marks.to) / sideWindows;
    const spread = (accounts - rate) / Math.sqrt(Math.max(rate, 1));
    if (accounts >= minWindowAccounts && spread >= minWindowSpread) {
      found.push({ from, to: marks.to, spread });
    }
  }
  return found;
}

/** First index from `at` on whose time is `limitMs` or later. */
function forward(times: Float64Array, at: number, limitMs: number): number {
  let index = at;
  while (index < times.length && (times[index] ?? 0) < limitMs) index++;
  return index;
}

/** Distinct accounts in a range whose ends only move forward: each post is added and taken out once. */
function slidingAccounts(table: PostTable) {
  const posts = new Int32Array(table.accounts.length);
  let distinct = 0;
  let low = 0;
  let high = 0;
  function shift(at: number, by: 1 | -1): void {
    const account = table.accountOf[at] ?? 0;
    const before = posts[account] ?? 0;
    posts[account] = before + by;
    if (before === 0) distinct++;
    if (before + by === 0) distinct--;
  }
  return {
    between(from: number, to: number): number {
      while (high < to) shift(high++, 1);
      while (low < from) shift(low++, -1);
      return distinct;
    },
  };
}

/** Windows are of one length, so each can overlap only those that start in its own cell or the next. */
function withoutOverlap(
  found: readonly Candidate[],
  times: Float64Array,
  windowMs: number,
): PostRange[] {
  const taken = new Map<number, number>();
  const kept: PostRange[] = [];
  for (const { from, to } of found) {
    const start = times[from] ?? 0;
    const cell = Math.floor(start / windowMs);
    const near = [cell - 1, cell, cell + 1].map((one) => taken.get(one));
    if (near.some((other) => other !== undefined && Math.abs(other - start) < windowMs)) continue;
    taken.set(cell, start);
    kept.push({ from, to });
  }
  return kept;
}
