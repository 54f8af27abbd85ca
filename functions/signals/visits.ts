import type { Meeting } from './meetings.ts';
import type { PostTable } from './post-table.ts';

/** Meetings an account is followed through at most, the smallest first: this keeps the cost linear. */
const MAX_MEETINGS = 40;

/** Who took part in which meeting: one row a visit, the visits of an account one after the other. */
export type Visits = {
  /** First visit of each account, and the end of the last. */
  readonly startOf: Int32Array;
  readonly account: Int32Array;
  readonly meeting: Int32Array;
  /** The account's first and last post in the meeting: indices into the table. */
  readonly firstPost: Int32Array;
  readonly lastPost: Int32Array;
};

/** The visits of each account, to MAX_MEETINGS meetings at most. */
export function visitsOf(table: PostTable, meetings: readonly Meeting[]): Visits {
  const bySize = [...meetings.keys()].sort(
    (one, other) =>
      (meetings[one]?.accounts ?? 0) - (meetings[other]?.accounts ?? 0) || one - other,
  );
  const startOf = startsOf(table, meetings, bySize);
  const visits = startOf.at(-1) ?? 0;
  const columns = {
    account: new Int32Array(visits),
    meeting: new Int32Array(visits),
    firstPost: new Int32Array(visits),
    lastPost: new Int32Array(visits),
  };
  const next = startOf.slice(0, -1);
  for (const number of bySize) {
    forEachPost(table, meetings[number], (account, post) => {
      const open = (next[account] ?? 0) - 1;
      const begun = startOf[account] ?? 0;
      if (open >= begun && columns.meeting[open] === number) columns.lastPost[open] = post;
      else if (open + 1 < (startOf[account + 1] ?? 0)) {
        next[account] = open + 2;
        columns.account[open + 1] = account;
        columns.meeting[open + 1] = number;
        columns.firstPost[open + 1] = post;
        columns.lastPost[open + 1] = post;
      }
    });
  }
  return { startOf, ...columns };
}

function startsOf(
  table: PostTable,
  meetings: readonly Meeting[],
  bySize: readonly number[],
): Int32Array {
  const accounts = table.accounts.length;
  const counts = new Int32Array(accounts);
  const lastMeeting = new Int32Array(accounts).fill(-1);
  for (const number of bySize) {
    forEachPost(table, meetings[number], (account) => {
      if (lastMeeting[account] === number) return;
      lastMeeting[account] = number;
      counts[account] = Math.min(MAX_MEETINGS, (counts[account] ?? 0) + 1);
    });
  }
  const starts = new Int32Array(accounts + 1);
  for (let at = 0; at < accounts; at++) starts[at + 1] = (starts[at] ?? 0) + (counts[at] ?? 0);
  return starts;
}

function forEachPost(
  table: PostTable,
  meeting: Meeting | undefined,
  visit: (account: number, post: number) => void,
): void {
  const posts = meeting?.posts ?? [];
  for (let at = 0; at < posts.length; at++) {
    const post = posts[at] ?? 0;
    visit(table.accountOf[post] ?? 0, post);
  }
}
