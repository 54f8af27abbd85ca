import type { CountedBucket } from '../../functions/signals/burst.ts';

/** One poll as a detector meets it; null is a missed one. */
export type Poll = CountedBucket | null;

/** A detector under way. */
export type Running = {
  /** Goes on by these polls: for each level the rows (of these polls, ascending) that raise an alarm. */
  run(polls: readonly Poll[]): readonly (readonly number[])[];
  /** A copy that goes its own way. */
  fork(): Running;
};

/** A volume detector on trial: causal by its shape, since it meets one poll after another. */
export type Detector = {
  readonly name: string;
  /** What may be raised, the least first: severities, or thresholds of a score. */
  readonly levels: readonly string[];
  /** What must be kept from poll to poll, numbers at 8 bytes unless it stores them otherwise. */
  readonly stateBytes: number;
  fresh(): Running;
};

/** Every alarm of a detector that starts with the first of these polls, by level. */
export function alarmsOf(
  detector: Detector,
  polls: readonly Poll[],
): readonly (readonly number[])[] {
  return detector.fresh().run(polls);
}
