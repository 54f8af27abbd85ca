import { type DisjointSets, disjointSets } from '../stats/disjoint-sets.ts';
import { poissonSurprise } from '../stats/poisson-surprise.ts';
import type { Meeting } from './meetings.ts';
import type { PostTable } from './post-table.ts';
import type { Visits } from './visits.ts';

export type TieSettings = {
  /** Length of a window, milliseconds: posts nearer to each other are one occasion. */
  readonly windowMs: number;
  /** Accounts that two meetings must share. */
  readonly minShared: number;
  /** -log10 of the chance of it, after all pairs of meetings that share anybody were looked at. */
  readonly minSurprise: number;
};

export type Ties = {
  /** Meetings that are tied, directly or through others. */
  readonly sets: DisjointSets;
  /** Of the least likely tie, -log10 p after correction for the pairs looked at; 0 without a tie. */
  readonly surprise: number;
};

/** Two meetings and the accounts that came to both. */
type Pair = { readonly one: number; readonly other: number; readonly shared: number };

/**
 * Ties meetings that share more accounts than how much these accounts post explains.
 *
 * Sets that each hold texts are tied by texts only: in a hot hashtag several campaigns crowd into
 * one minute, and would else be taken for one.
 */
export function tieMeetings(
  table: PostTable,
  meetings: readonly Meeting[],
  visits: Visits,
  settings: TieSettings,
): Ties {
  const { pairs, looked } = sharedAccounts(table, meetings, visits, settings);
  const correction = Math.log10(Math.max(1, looked));
  const ties = pairs
    .map((pair) => ({ ...pair, surprise: surpriseOf(pair, meetings, table.size) - correction }))
    .filter(({ surprise }) => surprise >= settings.minSurprise)
    .sort((a, b) => b.surprise - a.surprise || a.one - b.one || a.other - b.other);
  const sets = disjointSets(meetings.length);
  const isText = (meeting: number) => meetings[meeting]?.kind === 'text';
  for (const { one, other } of ties) if (isText(one) && isText(other)) sets.join(one, other);
  // The smallest member leads a set, and texts stand before windows: a set with a text is led by one.
  for (const { one, other } of ties) {
    if (!(isText(sets.find(one)) && isText(sets.find(other)))) sets.join(one, other);
  }
  return { sets, surprise: ties[0]?.surprise ?? 0 };
}

function surpriseOf({ one, other, shared }: Pair, meetings: readonly Meeting[], posts: number) {
  return poissonSurprise(shared, expectedShared(meetings[one], meetings[other], posts));
}

/** @returns the pairs that share enough, and how many share anybody */
function sharedAccounts(
  table: PostTable,
  meetings: readonly Meeting[],
  visits: Visits,
  { windowMs, minShared }: TieSettings,
): { readonly pairs: readonly Pair[]; readonly looked: number } {
  const areApart = apartIn(table, meetings, visits, windowMs);
  const tally = meetingTally(meetings.length);
  const pairs: Pair[] = [];
  let looked = 0;
  for (const [one, visitors] of visitsByMeeting(meetings.length, visits)) {
    for (const visit of visitors) tallyLater(visits, visit, areApart, tally);
    for (const [other, shared] of tally.take()) {
      looked++;
      if (shared >= minShared) pairs.push({ one, other, shared });
    }
  }
  return { pairs, looked };
}

/** The visits of an account stand in order of the meeting's size, so each pair is met once. */
function tallyLater(
  { startOf, account, meeting }: Visits,
  visit: number,
  areApart: (one: number, other: number) => boolean,
  tally: ReturnType<typeof meetingTally>,
): void {
  const end = startOf[(account[visit] ?? 0) + 1] ?? 0;
  for (let later = visit + 1; later < end; later++) {
    tally.add(meeting[later] ?? 0, areApart(visit, later) ? 1 : 0);
  }
}

/** Counts by meeting, taken out again and again: what was not touched costs nothing. */
function meetingTally(meetings: number) {
  const counts = new Int32Array(meetings);
  const touched = new Uint8Array(meetings);
  let met: number[] = [];
  return {
    add(meeting: number, by: number): void {
      if (touched[meeting] === 0) met.push(meeting);
      touched[meeting] = 1;
      counts[meeting] = (counts[meeting] ?? 0) + by;
    },
    take(): readonly (readonly [number, number])[] {
      const taken = met.map((meeting) => [meeting, counts[meeting] ?? 0] as const);
      for (const meeting of met) {
        counts[meeting] = 0;
        touched[meeting] = 0;
      }
      met = [];
      return taken;
    },
  };
}

function* visitsByMeeting(
  meetings: number,
  { meeting }: Visits,
): Generator<readonly [number, Int32Array]> {
  const starts = new Int32Array(meetings + 1);
  for (const number of meeting) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
  for (let at = 0; at < meetings; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const next = starts.slice(0, -1);
  const ordered = new Int32Array(meeting.length);
  meeting.forEach((number, visit) => {
    const at = next[number] ?? 0;
    ordered[at] = visit;
    next[number] = at + 1;
  });
  for (let at = 0; at < meetings; at++) {
    yield [at, ordered.subarray(starts[at], starts[at + 1])];
  }
}

/**
 * Whether two visits of an account are two occasions: two texts, two windows, or posts a window
 * apart. One post in the minute of all stands for its text and its window, and is one occasion.
 */
function apartIn(
  table: PostTable,
  meetings: readonly Meeting[],
  { meeting, firstPost, lastPost }: Visits,
  windowMs: number,
) {
  const kindOf = (visit: number) => meetings[meeting[visit] ?? 0]?.kind;
  const firstMs = (visit: number) => table.createdMs[firstPost[visit] ?? 0] ?? 0;
  const lastMs = (visit: number) => table.createdMs[lastPost[visit] ?? 0] ?? 0;
  return (one: number, other: number): boolean =>
    kindOf(one) === kindOf(other) ||
    lastMs(other) - firstMs(one) >= windowMs ||
    lastMs(one) - firstMs(other) >= windowMs;
}

function expectedShared(
  one: Meeting | undefined,
  other: Meeting | undefined,
  posts: number,
): number {
  if (one === undefined || other === undefined) return posts;
  return Math.max(one.otherPosts * other.accounts, other.otherPosts * one.accounts) / posts;
}
