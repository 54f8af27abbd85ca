import { chiSquareSurprise } from '../stats/chi-square-surprise.ts';

type Counts<Key> = ReadonlyMap<Key, number>;

/** How two samples of accounts differ in a property that each account has once. */
export type Shares = {
  /** -log10 p of the G-test that both come from one distribution. */
  readonly score: number;
  /** Share of the accounts here beyond the other sample's shares, 0 to 1. */
  readonly excess: number;
  /** Classes compared, the rare ones put together as one. */
  readonly classes: number;
};

/**
 * Compares the shares of two samples. What is rare, and what stands under the empty string or 0,
 * is put together: a class of few tells nothing.
 *
 * @param minExpected accounts that must be expected of a class in either sample
 * @source Sokal & Rohlf, Biometry (1995), 17.4: the G-test of two samples
 */
export function compareShares<Key extends string | number>(
  here: Counts<Key>,
  usual: Counts<Key>,
  minExpected: number,
): Shares {
  const [accounts, usualAccounts] = [total(here), total(usual)];
  const share = accounts / (accounts + usualAccounts);
  const classes = classesOf(here, usual, minExpected / Math.min(share, 1 - share));
  const freedom = classes.length - 1;
  return {
    score: freedom < 1 ? 0 : chiSquareSurprise(gOf(classes, share), freedom),
    excess: classes.reduce(
      (sum, [count, before]) => sum + Math.max(0, count / accounts - before / usualAccounts),
      0,
    ),
    classes: classes.length,
  };
}

export function total(counts: Counts<unknown>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

type Class = [here: number, usual: number];

/** @param least accounts of a class in both samples below which it is rare */
function classesOf<Key>(here: Counts<Key>, usual: Counts<Key>, least: number): readonly Class[] {
  const rare: Class = [0, 0];
  const classes: Class[] = [];
  for (const key of new Set([...here.keys(), ...usual.keys()])) {
    const [count, before] = [here.get(key) ?? 0, usual.get(key) ?? 0];
    if (key && count + before >= least) {
      classes.push([count, before]);
      continue;
    }
    rare[0] += count;
    rare[1] += before;
  }
  return rare[0] + rare[1] > 0 ? [...classes, rare] : classes;
}

/** G against the null that both samples come from one distribution. */
function gOf(classes: readonly Class[], share: number): number {
  const term = (count: number, expected: number) =>
    count === 0 ? 0 : count * Math.log(count / expected);
  return classes.reduce((sum, [here, usual]) => {
    const all = here + usual;
    return sum + 2 * (term(here, all * share) + term(usual, all * (1 - share)));
  }, 0);
}
