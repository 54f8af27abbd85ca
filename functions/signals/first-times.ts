import type { PostTable } from './post-table.ts';

/** When each account first posted, ascending, epoch milliseconds. */
export function firstTimes(table: PostTable): Float64Array {
  const times = new Float64Array(table.accounts.length);
  let seen = 0;
  table.accountOf.forEach((account, at) => {
    // Accounts are numbered in order of their first post.
    if (account < seen) return;
    times[seen] = table.createdMs[at] ?? 0;
    seen = account + 1;
  });
  return times;
}
