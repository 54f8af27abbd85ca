import type { CaseOptions } from './bench-cases.ts';

export type BenchOptions = CaseOptions & {
  /** A quarter of the seeds, and nothing above 2,000 posts. */
  readonly quick?: boolean;
  /** For events that nobody hides; covert ones get a tenth. What fits into minutes if left out. */
  readonly seeds?: number | undefined;
  /** Whether organisers also evade, knob by knob; they do if left out. */
  readonly knobs?: boolean | undefined;
  readonly progress?: (line: string) => void;
};
