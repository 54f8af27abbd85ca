import type { PostTable } from './post-table.ts';

/** A span of time that holds posts, or borders on one that does. */
export type Bin = {
  /** Whole bins since 1970. */
  readonly at: number;
  /** Distinct accounts that posted in it. */
  readonly accounts: number;
  readonly firstPost: number;
  /** Exclusive. */
  readonly endPost: number;
};

/** The bins of `binMs` in which anybody posted, in order of time. Linear in posts, whatever the span. */
export function accountsByBin(table: PostTable, binMs: number): Bin[] {
  const bins: Bin[] = [];
  const lastSeen = new Float64Array(table.accounts.length).fill(Number.NaN);
  let open = { at: Number.NaN, accounts: 0, firstPost: 0, endPost: 0 };
  table.createdMs.forEach((createdMs, index) => {
    const at = Math.floor(createdMs / binMs);
    if (at !== open.at) {
      open = { at, accounts: 0, firstPost: index, endPost: index };
      bins.push(open);
    }
    const account = table.accountOf[index] ?? 0;
    if (lastSeen[account] !== at) open.accounts++;
    lastSeen[account] = at;
    open.endPost = index + 1;
  });
  return bins;
}
