import type { SignalName } from '../model/evidence.ts';
import type { Family } from '../model/verdict.ts';

/** All of these must be reached. */
export type Limits = {
  /** -log10 p. */
  readonly score: number;
  /** In the unit of the signal. */
  readonly effect: number;
  /** Accounts that must carry it. */
  readonly accounts: number;
};

/** When a signal counts as standing. */
export type SignalThreshold = Limits & {
  readonly family: Family;
  /** Fewer accounts do where the effect is larger. */
  readonly orFewer?: Limits;
};

export type Thresholds = {
  readonly version: string;
  /** Signals that are not listed are shown and not counted. */
  readonly bySignal: Partial<Readonly<Record<SignalName, SignalThreshold>>>;
  /** Posts and accounts below which nothing is decided. */
  readonly minPosts: number;
  readonly minAccounts: number;
  /** Signals of which at least one must be measured before nothing found means `organic`. */
  readonly wouldHaveSeen: readonly SignalName[];
  /** A burst younger than this, milliseconds, is not organic while a signal is still to come. */
  readonly earlyMs: number;
  /** Independent families that must agree for `coordinated`. */
  readonly coordinatedFrom: number;
  /**
   * Score of the volume from which on a rise is noticed, -log10 p: where the volume was looked at and
   * never rose so far, nothing is being pushed up, and `suspicious` is the most that is said.
   */
  readonly noticeScore: number;
  /** Strength that one family gives at most, in (0, 1). */
  readonly familyWeight: number;
};
