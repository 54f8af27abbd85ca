import type { Chance } from '../chance.ts';
import type { Account } from '../draft.ts';
import { shuffle } from '../draw/shuffle.ts';

type Pool = {
  /** Accounts of earlier events of the same people, in the order in which they were first met. */
  readonly returning?: readonly Account[] | undefined;
  /** Share of a pool that one event calls on, in (0, 1]: two events share as much. */
  readonly returnRate: number;
};

type Roster = Pool & {
  readonly accounts: number;
  /** Makes one that was never met before. */
  newcomer(): Account;
};

/**
 * Who takes part, drawn from a pool that serves event after event: of two events as large, each
 * shares `returnRate` of its accounts with the other.
 */
export function rosterOf(chance: Chance, roster: Roster): readonly Account[] {
  const { accounts, returning = [], returnRate, newcomer } = roster;
  const pool = returning.slice(0, Math.ceil(accounts / returnRate));
  const called = pool.filter(() => chance.uniform() < returnRate);
  const back = shuffle(chance, called).slice(0, accounts);
  return [...back, ...Array.from({ length: accounts - back.length }, newcomer)];
}

/** Authors of which some make way for accounts of the pool, each with as many posts. */
export function withReturning(
  chance: Chance,
  authors: readonly Account[],
  pool: Pool,
): readonly Account[] {
  const newcomers = shuffle(chance, [...new Set(authors)]);
  let made = 0;
  const roster = rosterOf(chance, {
    ...pool,
    accounts: newcomers.length,
    newcomer: () => newcomers[made++] as Account,
  });
  const places = new Map(newcomers.map((account, at) => [account, roster.at(-1 - at) as Account]));
  return authors.map((author) => places.get(author) as Account);
}
