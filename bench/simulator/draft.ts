import type { Role } from './truth.ts';

/** An account of the simulated network. */
export type Account = {
  readonly id: string;
  readonly createdMs: number;
  /** Absent where the scenario says nothing of it. */
  readonly persona?: Persona;
};

/** How an account presents itself; invented throughout. */
export type Persona = {
  readonly name: string;
  readonly handle: string;
  /** Null for one that says no place. */
  readonly place: string | null;
};

/** A post before it is written down: its truth still attached. */
export type Draft = {
  readonly atMs: number;
  readonly account: Account;
  /** Without the hashtag only if the scenario wants it so. */
  readonly text: string;
  /** Written instead of the event's: a variant, which those who watch the event's do not see. */
  readonly hashtag?: string;
  readonly repost: boolean;
  readonly role: Role;
  /** Null if it stands for good. */
  readonly deletedMs: number | null;
};
