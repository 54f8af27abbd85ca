import type { Bin } from './accounts-by-bin.ts';

/** How far one bin stands from the mean of its two neighbours. */
export type Jag = {
  readonly bin: Bin;
  /** In accounts; above 0 where the bin stands out, below where it is a hole. */
  readonly difference: number;
  /** Of `difference`, were every account on its own (Poisson). */
  readonly variance: number;
};

/** A jag for every bin between the first and the last that holds an account or borders on one that does. */
export function jagsOf(bins: readonly Bin[]): Jag[] {
  const all = withEmptyNeighbours(bins);
  const first = bins[0]?.at ?? 0;
  const last = bins.at(-1)?.at ?? 0;
  const jags: Jag[] = [];
  all.forEach((bin, index) => {
    if (bin.at <= first || bin.at >= last) return;
    const sides = accountsAt(all[index - 1], bin.at - 1) + accountsAt(all[index + 1], bin.at + 1);
    jags.push({ bin, difference: bin.accounts - sides / 2, variance: bin.accounts + sides / 4 });
  });
  return jags;
}

function accountsAt(bin: Bin | undefined, at: number): number {
  return bin?.at === at ? bin.accounts : 0;
}

function withEmptyNeighbours(bins: readonly Bin[]): Bin[] {
  const all: Bin[] = [];
  bins.forEach((bin, index) => {
    const before = bins[index - 1]?.at ?? bin.at - 1;
    const after = bins[index + 1]?.at ?? bin.at + 1;
    if (before < bin.at - 2) all.push(emptyAt(bin.at - 1, bin.firstPost));
    all.push(bin);
    if (after > bin.at + 1) all.push(emptyAt(bin.at + 1, bin.endPost));
  });
  return all;
}

function emptyAt(at: number, post: number): Bin {
  return { at, accounts: 0, firstPost: post, endPost: post };
}
