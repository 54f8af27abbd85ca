import type { Meeting } from './meetings.ts';
import type { PostTable } from './post-table.ts';

/** An occasion on which members of a group met: a text they share, or a stretch of time they crowd into. */
export type GroupMeeting = {
  readonly kind: 'text' | 'time';
  /** First and last post of a member in it, epoch milliseconds. */
  readonly startMs: number;
  readonly endMs: number;
  /** Ids of members' posts, the earliest first, MAX_POSTS at most. */
  readonly posts: readonly string[];
  /** How many there are, kept or not. */
  readonly allPosts: number;
  /** Members that took part. */
  readonly accounts: number;
};

/** Meetings and posts kept of a group and of a meeting: enough to look at, and a bound on what is written. */
const MAX_MEETINGS = 20;
const MAX_POSTS = 100;

/** The occasions on which two or more members met, the largest first. */
export function groupMeetings(
  table: PostTable,
  meetings: readonly Meeting[],
  accounts: readonly number[],
): {
  readonly meetings: readonly GroupMeeting[];
  readonly textMeetings: number;
  readonly timeMeetings: number;
} {
  const members = new Set(accounts);
  const met = meetings
    .map((meeting) => amongMembers(table, meeting, members))
    .filter((meeting) => meeting.accounts >= 2)
    .sort((one, other) => other.accounts - one.accounts || one.startMs - other.startMs);
  const textMeetings = met.filter(({ kind }) => kind === 'text').length;
  return {
    meetings: met.slice(0, MAX_MEETINGS),
    textMeetings,
    timeMeetings: met.length - textMeetings,
  };
}

function amongMembers(
  table: PostTable,
  { kind, posts }: Meeting,
  members: ReadonlySet<number>,
): GroupMeeting {
  const theirs = Array.from(posts).filter((post) => members.has(table.accountOf[post] ?? -1));
  return {
    kind,
    startMs: table.createdMs[theirs[0] ?? 0] ?? 0,
    endMs: table.createdMs[theirs.at(-1) ?? 0] ?? 0,
    posts: theirs.slice(0, MAX_POSTS).map((post) => table.ids[post] ?? ''),
    allPosts: theirs.length,
    accounts: new Set(theirs.map((post) => table.accountOf[post])).size,
  };
}
