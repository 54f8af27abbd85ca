import type { DisjointSets } from '../stats/disjoint-sets.ts';
import { poissonSurprise } from '../stats/poisson-surprise.ts';
import { type CrowdedSettings, crowdedWindows } from './crowded-windows.ts';
import { type GroupMeeting, groupMeetings } from './group-meetings.ts';
import { type Meeting, meetingsOf } from './meetings.ts';
import { countOccasions } from './occasions.ts';
import type { PostTable } from './post-table.ts';
import type { TextGroup } from './text-groups.ts';
import { type TieSettings, tieMeetings } from './tie-meetings.ts';
import { type Visits, visitsOf } from './visits.ts';

export type GroupSettings = CrowdedSettings &
  TieSettings & {
    /** Occasions of its group that a member takes part in, at least. */
    readonly minMeetings: number;
    /** Members of a group, at least. */
    readonly minMembers: number;
  };

/** Accounts that kept meeting, or that came back together. */
export type CoordinatedGroup = {
  /** Pseudonyms, ascending. */
  readonly accounts: readonly string[];
  /** Their posts in the burst. */
  readonly posts: number;
  /** Where two or more of them met: the largest first, no more than a reader can look through. */
  readonly meetings: readonly GroupMeeting[];
  /** How many meetings there are, kept or not: over a text, and in a crowded stretch of time. */
  readonly textMeetings: number;
  readonly timeMeetings: number;
  /** Unrelated subjects that each of them came back from, at least; absent for those who met here. */
  readonly cameBackFrom?: number;
};

export type FoundGroups = {
  /** The largest first. */
  readonly groups: readonly CoordinatedGroup[];
  readonly meetings: number;
  /** Of the least likely tie between meetings, -log10 p after correction. */
  readonly surprise: number;
};

/**
 * Groups of accounts that met again and again, in text or in time, more than how much they post
 * explains. One meeting is never a link: a hot hashtag throws strangers together all the time.
 *
 * @param texts groups of nearly equal texts
 */
export function coordinatedGroups(
  table: PostTable,
  texts: readonly TextGroup[],
  settings: GroupSettings,
): FoundGroups {
  const meetings = meetingsOf(table, texts, crowdedWindows(table, settings));
  const visits = visitsOf(table, meetings);
  const { sets, surprise } = tieMeetings(table, meetings, visits, settings);
  const tied = tiedMeetings(meetings, sets);
  const members = membersOf(table, meetings, visits, tied, sets, settings);
  const groups = [...members]
    .filter(([, accounts]) => accounts.length >= settings.minMembers)
    .map(([leader, accounts]) => describe(table, tied.get(leader) ?? [], accounts))
    .sort((one, other) => other.accounts.length - one.accounts.length || other.posts - one.posts);
  return { groups, meetings: meetings.length, surprise };
}

/** The meetings of each set of two or more, by its leader. */
function tiedMeetings(
  meetings: readonly Meeting[],
  { find }: DisjointSets,
): ReadonlyMap<number, readonly Meeting[]> {
  const tied = new Map<number, Meeting[]>();
  meetings.forEach((meeting, number) => {
    const leader = find(number);
    const known = tied.get(leader);
    if (known) known.push(meeting);
    else tied.set(leader, [meeting]);
  });
  for (const [leader, { length }] of tied) if (length === 1) tied.delete(leader);
  return tied;
}

/** Accounts by the leader of their group, ascending. */
function membersOf(
  table: PostTable,
  meetings: readonly Meeting[],
  visits: Visits,
  tied: ReadonlyMap<number, readonly Meeting[]>,
  { find }: DisjointSets,
  settings: GroupSettings,
): ReadonlyMap<number, number[]> {
  const shares = sharesOf(table, tied);
  const members = new Map<number, number[]>();
  const leaderOf = (visit: number) => find(visits.meeting[visit] ?? 0);
  for (let account = 0; account < table.accounts.length; account++) {
    const theirs = visitsByLeader(visits, account, leaderOf, tied);
    for (const [leader, visited] of theirs) {
      const times = countOccasions(table, meetings, visits, visited, settings.windowMs);
      const chance = (table.postsBy[account] ?? 1) * (shares.get(leader) ?? 1);
      if (isMember(times, chance, settings)) addTo(members, leader, account);
    }
  }
  return members;
}

const NO_VISITS: ReadonlyMap<number, number[]> = new Map();

/** Most accounts met once or never; they cost nothing. */
function visitsByLeader(
  { startOf }: Visits,
  account: number,
  leaderOf: (visit: number) => number,
  tied: ReadonlyMap<number, unknown>,
): ReadonlyMap<number, number[]> {
  const from = startOf[account] ?? 0;
  const to = startOf[account + 1] ?? 0;
  if (to === from) return NO_VISITS;
  const found = new Map<number, number[]>();
  for (let visit = from; visit < to; visit++) {
    const leader = leaderOf(visit);
    if (tied.has(leader)) addTo(found, leader, visit);
  }
  return found;
}

/** @param chance posts in meetings of the group that so many posts would give by themselves */
function isMember(times: number, chance: number, settings: GroupSettings): boolean {
  return times >= settings.minMeetings && poissonSurprise(times, chance) >= settings.minSurprise;
}

function addTo(lists: Map<number, number[]>, key: number, item: number): void {
  const known = lists.get(key);
  if (known) known.push(item);
  else lists.set(key, [item]);
}

/** Share of all posts that stand in a meeting of the group, each post once and each account once a meeting. */
function sharesOf(
  table: PostTable,
  tied: ReadonlyMap<number, readonly Meeting[]>,
): ReadonlyMap<number, number> {
  const countedFor = new Int32Array(table.size).fill(-1);
  const shares = new Map<number, number>();
  for (const [leader, meetings] of tied) {
    const held = meetings.map(({ posts }) => newAccounts(table, posts, countedFor, leader));
    shares.set(leader, held.reduce((sum, accounts) => sum + accounts, 0) / table.size);
  }
  return shares;
}

/** Accounts behind those of the posts that were not counted for this group yet. */
function newAccounts(
  table: PostTable,
  posts: ArrayLike<number>,
  countedFor: Int32Array,
  group: number,
): number {
  const accounts = new Set<number>();
  for (let at = 0; at < posts.length; at++) {
    const post = posts[at] ?? 0;
    if (countedFor[post] !== group) accounts.add(table.accountOf[post] ?? 0);
    countedFor[post] = group;
  }
  return accounts.size;
}

function describe(
  table: PostTable,
  meetings: readonly Meeting[],
  accounts: readonly number[],
): CoordinatedGroup {
  return {
    accounts: accounts.map((account) => table.accounts[account] ?? '').sort(),
    posts: accounts.reduce((sum, account) => sum + (table.postsBy[account] ?? 0), 0),
    ...groupMeetings(table, meetings, accounts),
  };
}
