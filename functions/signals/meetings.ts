import type { PostRange } from './crowded-windows.ts';
import type { PostTable } from './post-table.ts';
import type { TextGroup } from './text-groups.ts';

/** An occasion on which accounts met: a text they share or a window they crowd into. */
export type Meeting = {
  readonly accounts: readonly number[];
  /** Posts that its accounts make elsewhere in the burst: heavy posters meet by chance. */
  readonly otherPosts: number;
};

/** Meetings an account is followed through at most, the smallest first: this keeps the cost linear. */
const MAX_MEETINGS = 40;

/**
 * Each post counts for one meeting at most, its text before its time: many who post one text in one
 * minute have met once, not twice.
 */
export function meetingsOf(
  table: PostTable,
  texts: readonly TextGroup[],
  windows: readonly PostRange[],
): Meeting[] {
  const inText = new Set(texts.flatMap((group) => group.posts));
  const byText = texts.map((group) => group.posts);
  const byTime = windows.map(({ from, to }) =>
    Array.from({ length: to - from }, (_, at) => from + at).filter((at) => !inText.has(at)),
  );
  return [...byText, ...byTime].map((posts) => {
    const accounts = distinct(posts.map((at) => table.accountOf[at] ?? 0));
    return {
      accounts,
      otherPosts: accounts.reduce((sum, account) => sum + (table.postsBy[account] ?? 1) - 1, 0),
    };
  });
}

function distinct(accounts: Iterable<number>): number[] {
  return [...new Set(accounts)].sort((one, other) => one - other);
}

/** The meetings of each account, at most MAX_MEETINGS. */
export function meetingsByAccount(
  meetings: readonly Meeting[],
  accounts: number,
): readonly (readonly number[])[] {
  const lists: number[][] = Array.from({ length: accounts }, () => []);
  const bySize = [...meetings.keys()].sort(
    (one, other) =>
      (meetings[one]?.accounts.length ?? 0) - (meetings[other]?.accounts.length ?? 0) ||
      one - other,
  );
  for (const meeting of bySize) {
    for (const account of meetings[meeting]?.accounts ?? []) {
      const list = lists[account];
      if (list && list.length < MAX_MEETINGS) list.push(meeting);
    }
  }
  return lists;
}
