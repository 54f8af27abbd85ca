import type { PostRange } from './crowded-windows.ts';
import type { PostTable } from './post-table.ts';
import type { TextGroup } from './text-groups.ts';

/** An occasion on which accounts met: a text they share or a window they crowd into. */
export type Meeting = {
  readonly kind: 'text' | 'time';
  /** Indices into the table, ascending. */
  readonly posts: ArrayLike<number>;
  /** How many took part. */
  readonly accounts: number;
  /** Posts that its accounts make elsewhere in the burst: heavy posters meet by chance. */
  readonly otherPosts: number;
};

/** A post may stand in two meetings, its text's and its window's; whoever counts must know that. */
export function meetingsOf(
  table: PostTable,
  texts: readonly TextGroup[],
  windows: readonly PostRange[],
): Meeting[] {
  const countIn = distinctAccounts(table);
  return [
    ...texts.map(({ posts }) => ({ kind: 'text' as const, posts, ...countIn(posts) })),
    ...windows.map(({ from, to }) => {
      const posts = Int32Array.from({ length: to - from }, (_, at) => from + at);
      return { kind: 'time' as const, posts, ...countIn(posts) };
    }),
  ];
}

/** Counts the accounts behind posts, and the posts they make elsewhere, in time linear in the posts. */
function distinctAccounts(table: PostTable) {
  const seenIn = new Int32Array(table.accounts.length);
  let asked = 0;
  return (posts: ArrayLike<number>) => {
    asked++;
    let accounts = 0;
    let otherPosts = 0;
    for (let at = 0; at < posts.length; at++) {
      const account = table.accountOf[posts[at] ?? 0] ?? 0;
      if (seenIn[account] === asked) continue;
      seenIn[account] = asked;
      accounts++;
      otherPosts += (table.postsBy[account] ?? 1) - 1;
    }
    return { accounts, otherPosts };
  };
}
