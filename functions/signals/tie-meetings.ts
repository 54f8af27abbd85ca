import { type DisjointSets, disjointSets } from '../stats/disjoint-sets.ts';
import { poissonSurprise } from '../stats/poisson-surprise.ts';
import type { Meeting } from './meetings.ts';

export type TieSettings = {
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

/** Ties meetings that share more accounts than how much these accounts post explains. */
export function tieMeetings(
  meetings: readonly Meeting[],
  byAccount: readonly (readonly number[])[],
  posts: number,
  settings: TieSettings,
): Ties {
  const shared = sharedAccounts(byAccount, meetings.length);
  const correction = Math.log10(Math.max(1, shared.size));
  const sets = disjointSets(meetings.length);
  let strongest = 0;
  for (const [pair, count] of shared) {
    if (count < settings.minShared) continue;
    const one = meetings[Math.floor(pair / meetings.length)];
    const other = meetings[pair % meetings.length];
    if (one === undefined || other === undefined) continue;
    const surprise = poissonSurprise(count, expectedShared(one, other, posts)) - correction;
    if (surprise < settings.minSurprise) continue;
    sets.join(Math.floor(pair / meetings.length), pair % meetings.length);
    strongest = Math.max(strongest, surprise);
  }
  return { sets, surprise: strongest };
}

/** Accounts in common, by `one * meetings + other` with one < other. */
function sharedAccounts(
  byAccount: readonly (readonly number[])[],
  meetings: number,
): Map<number, number> {
  const shared = new Map<number, number>();
  for (const list of byAccount) {
    for (const [index, one] of list.entries()) {
      for (const other of list.slice(index + 1)) {
        const pair = Math.min(one, other) * meetings + Math.max(one, other);
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
    }
  }
  return shared;
}

function expectedShared(one: Meeting, other: Meeting, posts: number): number {
  return (
    Math.max(one.otherPosts * other.accounts.length, other.otherPosts * one.accounts.length) / posts
  );
}
