import type { SignalName } from '../../functions/model/evidence.ts';
import type { Verdict } from '../../functions/model/verdict.ts';
import type { Thresholds } from '../../functions/verdict/thresholds.ts';
import { weigh } from '../../functions/verdict/weigh.ts';

type Threshold = NonNullable<Thresholds['bySignal'][SignalName]>;

/** All limits at once: every effect multiplied, the same added to every score. */
export type Limits = { readonly scale: number; readonly added: number };

export const SCALES = [0.35, 0.5, 0.7, 1, 1.4, 2, 3];
export const ADDED = [-2, -1, 0, 1, 2];

/** From the strictest to the laxest. */
export const LIMITS: readonly Limits[] = SCALES.toReversed().flatMap((scale) =>
  ADDED.toReversed().map((added) => ({ scale, added })),
);

export function withLimits(thresholds: Thresholds, limits: Limits): Thresholds {
  const entries = Object.entries(thresholds.bySignal) as [SignalName, Threshold][];
  const bySignal = Object.fromEntries(entries.map(([signal, one]) => [signal, moved(one, limits)]));
  return { ...thresholds, bySignal };
}

function moved(threshold: Threshold, { scale, added }: Limits): Threshold {
  const { orFewer } = threshold;
  const move = <T extends { readonly score: number; readonly effect: number }>(one: T): T => ({
    ...one,
    score: one.score + added,
    effect: one.effect * scale,
  });
  return { ...move(threshold), ...(orFewer ? { orFewer: move(orFewer) } : {}) };
}

/** The same evidence weighed with other limits. */
export function weighAgain(verdict: Verdict, thresholds: Thresholds): Verdict {
  const { posts, accounts, startMs, endMs, evidence } = verdict;
  const facts = { posts, accounts, startMs, endMs, deletionTimesKnown: true };
  return { ...weigh(evidence, facts, thresholds), share: verdict.share ?? null };
}

/** Figures this close are equal: a family of a hundred bursts cannot tell them apart. */
const NOISE = 0.01;

/** As they are in the settings. */
const STATED: Limits = { scale: 1, added: 0 };

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

function stepsAway({ scale, added }: Limits): number {
  const scales = SCALES.indexOf(scale) - SCALES.indexOf(STATED.scale);
  return Math.abs(scales) + Math.abs(added);
}
