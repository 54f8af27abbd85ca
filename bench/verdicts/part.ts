import type { Detection } from '../../functions/steps/judge.ts';

/** What a part of the bench is run with. */
export type PartOptions = {
  readonly detection: Detection;
  /** More seeds, for figures that are published. */
  readonly long: boolean;
  /** Leaves out what takes longest: a million posts. */
  readonly quick: boolean;
};
