import type { Chance } from '../chance.ts';
import type { Account } from '../draft.ts';
import { drawHex } from '../draw/hex.ts';
import { pick } from '../draw/pick.ts';
import { type AgeLaw, accountCreatedMs, type Network } from './account-age.ts';

export type CrowdOptions = {
  /** Before this every account of the crowd was made, epoch milliseconds. */
  readonly atMs: number;
  readonly ages: AgeLaw;
  /** X by default. */
  readonly network?: Network | undefined;
  /** Accounts of the network at large, of which some turn up anywhere. */
  readonly neighbours?: readonly Account[] | undefined;
};

/** Share of a crowd that is also seen under other hashtags of the same network; our estimate. */
const NEIGHBOUR_SHARE = 0.05;

/** Ordinary people: each call brings another account, most of them met for the first time. */
export function crowd(chance: Chance, options: CrowdOptions): () => Account {
  const { atMs, ages, network, neighbours = [] } = options;
  return () =>
    neighbours.length > 0 && chance.uniform() < NEIGHBOUR_SHARE
      ? pick(chance, neighbours)
      : newAccount(chance, accountCreatedMs(chance, atMs, ages, network));
}

export function newAccount(chance: Chance, createdMs: number): Account {
  return { id: `a${drawHex(chance, 12)}`, createdMs };
}
