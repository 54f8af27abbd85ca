import type { Evidence, SignalName } from './evidence.ts';

/** From the least to the most that is claimed. `undecided` is not `organic`: it means that we could not have seen. */
export const VERDICT_LEVELS = ['undecided', 'organic', 'suspicious', 'coordinated'] as const;
export type VerdictLevel = (typeof VERDICT_LEVELS)[number];

/** Families of evidence; each asks for a different act of an organiser. */
export const FAMILIES = [
  'timing',
  'text',
  'concentration',
  'creation',
  'again',
  'deletion',
] as const;
export type Family = (typeof FAMILIES)[number];

/** How large the coordinated part of a burst is: shares of its posts, ends of a 90 % interval. */
export type CoordinatedShare = {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
};

/** A judgement on the posts of one burst, with its own defence. Speaks of coordination, never of payment. */
export type Verdict = {
  readonly level: VerdictLevel;
  /** In [0, 1], for ranking; not a probability. docs/signals/verdict.md has the formula. */
  readonly strength: number;
  /** Families that stand. */
  readonly standing: readonly Family[];
  readonly evidence: readonly Evidence[];
  /**
   * Signals that the level rests on: leaving out any other changes nothing. Those that stand; where
   * nothing stands those that would have seen it, or that are still to come. `burst` where families
   * agree and the volume never rose, which makes it suspicious only.
   */
  readonly citing: readonly SignalName[];
  /** Null or absent where nothing that stands tells it. */
  readonly share?: CoordinatedShare | null;
  /** Why it is undecided, in words; null otherwise. */
  readonly undecidedBecause: string | null;
  /** Version of the thresholds it was weighed with. */
  readonly thresholds: string;
  /** Posts and accounts that were judged. */
  readonly posts: number;
  readonly accounts: number;
  /** First and last post judged, epoch milliseconds. */
  readonly startMs: number;
  readonly endMs: number;
};

/** What a candidate version says of a burst beside the live one. It is shown, and told to nobody. */
export type ShadowVerdict = {
  /** Version of the thresholds. */
  readonly thresholds: string;
  /** The gravest so far, with its strength and the families that stood. */
  readonly level: VerdictLevel;
  readonly strength: number;
  readonly standing: readonly Family[];
  readonly firstSuspiciousMs: number | null;
  readonly firstCoordinatedMs: number | null;
};

export function severityOf(level: VerdictLevel): number {
  return VERDICT_LEVELS.indexOf(level);
}
