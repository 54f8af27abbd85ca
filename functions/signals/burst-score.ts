import { type ExponentialTail, fitTail, tailSurprise } from '../stats/exponential-tail.ts';
import { negativeBinomialRatio } from '../stats/negative-binomial-ratio.ts';
import type { Expectation } from './burst-expectation.ts';
import type { Rates } from './burst-rates.ts';
import type { BurstSettings } from './burst-settings.ts';
import type { Draft, KeyDraft } from './burst-state.ts';

/** Variance that even a perfectly known mean is granted, in posts squared: counts are whole. */
const ROUNDING_VARIANCE = 0.25;

/** A sum that has decayed below this is nothing: numbers near the smallest are slow to compute with. */
const NOTHING = 1e-200;

export type Score = {
  /** Surprise, averaged over the timescales, less what evidence short of enough costs, in nats. */
  readonly surprise: number;
  /** Whether the evidence for a multiple of the expectation suffices for an alarm. */
  readonly proven: boolean;
};

/** Adds an interval's posts to what is scored; nothing is learned from them yet. */
export function takeIn(
  draft: Draft,
  posts: number,
  { recent, dispersion }: Expectation,
  rates: Rates,
  { multiple, evidenceCap }: BurstSettings,
): void {
  addTo(draft.short, posts, rates.short);
  addTo(draft.middle, posts, rates.middle);
  addTo(draft.long, posts, rates.long);
  const ratio = negativeBinomialRatio(posts, recent, 1 / dispersion, multiple);
  draft.evidence = Math.min(Math.max(0, draft.evidence + ratio), evidenceCap);
}

/** Scores what was taken in against the tails as they were, then fits the tails to it. */
export function scoreAndCalibrate(
  draft: Draft,
  expectation: Expectation,
  rates: Rates,
  settings: BurstSettings,
): Score {
  const surprise =
    (calibrated(draft.short, draft.polls, expectation, rates) +
      calibrated(draft.middle, draft.polls, expectation, rates) +
      calibrated(draft.long, draft.polls, expectation, rates)) /
    3;
  const { youngPolls, youngEvidence, leastEvidence, fullEvidence, evidencePrice } = settings;
  const least = draft.polls < youngPolls ? youngEvidence : leastEvidence;
  const short = Math.max(0, fullEvidence - draft.evidence);
  const excess = draft.short.posts - expectation.recent * draft.short.polls;
  return {
    surprise: Math.max(0, surprise - evidencePrice * short),
    proven: draft.evidence >= least && excess >= settings.minExcess,
  };
}

function calibrated(
  key: KeyDraft,
  polls: number,
  { mean, dispersion }: Expectation,
  rates: Rates,
): number {
  const variance = mean + dispersion * mean * mean + ROUNDING_VARIANCE;
  const deviations = Math.max(0, (key.posts / key.polls - mean) / Math.sqrt(variance));
  const tail: ExponentialTail = key.tail;
  const surprise = tailSurprise(deviations, tail);
  fitTail(tail, deviations, polls, rates.tail);
  keepSingle(tail);
  return surprise;
}

/** Tails are kept in single precision, so that four bytes store each number without loss. */
export function keepSingle(tail: ExponentialTail): void {
  tail.limit = Math.fround(tail.limit);
  tail.excessSum = Math.fround(tail.excessSum);
  tail.excessCount = Math.fround(tail.excessCount);
}

function addTo(key: KeyDraft, posts: number, decay: number): void {
  const past = key.posts * decay;
  key.posts = (past < NOTHING ? 0 : past) + posts;
  key.polls = key.polls * decay + 1;
}
