import type { SignalName } from '../../functions/model/evidence.ts';
import type { Verdict } from '../../functions/model/verdict.ts';
import type { Thresholds } from '../../functions/verdict/thresholds.ts';
import { weigh } from '../../functions/verdict/weigh.ts';

type Threshold = NonNullable<Thresholds['bySignal'][SignalName]>;

/** All limits at once: effects multiplied, every score limit set. */
export type Limits = { readonly scale: number; readonly score: number };

export const SCALES = [0.35, 0.5, 0.7, 1, 1.4, 2, 3];
export const SCORES = [2, 3, 4, 5, 6];

/** From the strictest to the laxest. */
export const LIMITS: readonly Limits[] = SCALES.toReversed().flatMap((scale) =>
  SCORES.toReversed().map((score) => ({ scale, score })),
);

export function withLimits(thresholds: Thresholds, { scale, score }: Limits): Thresholds {
  const entries = Object.entries(thresholds.bySignal) as [SignalName, Threshold][];
  const bySignal = Object.fromEntries(
    entries.map(([signal, one]) => [signal, scaled(one, { scale, score })]),
  );
  return { ...thresholds, bySignal };
}

function scaled(threshold: Threshold, { scale, score }: Limits): Threshold {
  const { effect, orFewer } = threshold;
  return {
    ...threshold,
    effect: effect * scale,
    score,
    ...(orFewer ? { orFewer: { ...orFewer, effect: orFewer.effect * scale } } : {}),
  };
}

/** The same evidence weighed with other limits. */
export function weighAgain(verdict: Verdict, thresholds: Thresholds): Verdict {
  const { posts, accounts, startMs, endMs, evidence } = verdict;
  const facts = { posts, accounts, startMs, endMs, deletionTimesKnown: true };
  return { ...weigh(evidence, facts, thresholds), share: verdict.share ?? null };
}

/** Figures this close are equal: a family of a hundred bursts cannot tell them apart. */
const NOISE = 0.01;

/** What the null asks for, before any data is seen. */
const STATED: Limits = { scale: 1, score: 4 };

/**
 * Limits that do best on the families given: the mean of their figures; of equals the nearest to
 * the stated ones.
 *
 * @param figures a family's figure in [0, 1] at each of LIMITS; one family or more
 */
export function chosenOn(figures: readonly (readonly number[])[]): number {
  const means = LIMITS.map(
    (_, at) => figures.reduce((sum, figure) => sum + (figure[at] ?? 0), 0) / figures.length,
  );
  const best = Math.max(...means);
  const equals = [...means.keys()].filter((at) => (means[at] ?? 0) >= best - NOISE);
  const farness = equals.map((at) => stepsAway(LIMITS[at] ?? STATED));
  return equals[farness.indexOf(Math.min(...farness))] ?? 0;
}

function stepsAway({ scale, score }: Limits): number {
  const scales = SCALES.indexOf(scale) - SCALES.indexOf(STATED.scale);
  return Math.abs(scales) + Math.abs(score - STATED.score);
}
