import { poissonSurprise } from '../stats/poisson-surprise.ts';
import { type CrowdedSettings, crowdedWindows } from './crowded-windows.ts';
import { type Meeting, meetingsByAccount, meetingsOf } from './meetings.ts';
import type { PostTable } from './post-table.ts';
import type { TextGroup } from './text-groups.ts';
import { type TieSettings, tieMeetings } from './tie-meetings.ts';

export type GroupSettings = CrowdedSettings &
  TieSettings & {
    /** Meetings of its group that a member takes part in, at least. */
    readonly minMeetings: number;
    /** Members of a group, at least. */
    readonly minMembers: number;
  };

/** Accounts that kept meeting: pseudonyms, ascending, and their posts in the burst. */
export type CoordinatedGroup = { readonly accounts: readonly string[]; readonly posts: number };

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
  const byAccount = meetingsByAccount(meetings, table.accounts.length);
  const { sets, surprise } = tieMeetings(meetings, byAccount, table.size, settings);
  const groupOf = (meeting: number) => sets.find(meeting);
  const shares = sharesOf(meetings, groupOf, table.size);
  const members = new Map<number, number[]>();
  byAccount.forEach((list, account) => {
    for (const [group, times] of countBy(list, groupOf)) {
      const chance = (table.postsBy[account] ?? 1) * (shares.get(group) ?? 1);
      if (isMember(times, chance, settings)) addTo(members, group, account);
    }
  });
  const groups = [...members.values()]
    .filter((accounts) => accounts.length >= settings.minMembers)
    .map((accounts) => describe(table, accounts))
    .sort((one, other) => other.accounts.length - one.accounts.length || other.posts - one.posts);
  return { groups, meetings: meetings.length, surprise };
}

/** @param chance meetings of the group that so many posts would fall into by themselves */
function isMember(times: number, chance: number, settings: GroupSettings): boolean {
  return times >= settings.minMeetings && poissonSurprise(times, chance) >= settings.minSurprise;
}

function addTo(members: Map<number, number[]>, group: number, account: number): void {
  const known = members.get(group);
  if (known) known.push(account);
  else members.set(group, [account]);
}

/** Share of all posts that the meetings of a group hold. */
function sharesOf(
  meetings: readonly Meeting[],
  groupOf: (meeting: number) => number,
  posts: number,
): Map<number, number> {
  const shares = new Map<number, number>();
  meetings.forEach(({ accounts }, meeting) => {
    const group = groupOf(meeting);
    shares.set(group, (shares.get(group) ?? 0) + accounts.length / posts);
  });
  return shares;
}

function countBy(items: readonly number[], keyOf: (item: number) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

function describe(table: PostTable, accounts: readonly number[]): CoordinatedGroup {
  return {
    accounts: accounts.map((account) => table.accounts[account] ?? '').sort(),
    posts: accounts.reduce((sum, account) => sum + (table.postsBy[account] ?? 0), 0),
  };
}
