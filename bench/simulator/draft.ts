import type { Role } from './truth.ts';

/** An account of the simulated network. */
export type Account = { readonly id: string; readonly createdMs: number };

/** A post before it is written down: its truth still attached. */
export type Draft = {
  readonly atMs: number;
  readonly account: Account;
  /** Without the hashtag only if the scenario wants it so. */
  readonly text: string;
  readonly repost: boolean;
  readonly role: Role;
  /** Null if it stands for good. */
  readonly deletedMs: number | null;
};
