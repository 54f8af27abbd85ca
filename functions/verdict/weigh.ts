import {
  type Evidence,
  isMeasured,
  type MeasuredEvidence,
  type SignalName,
} from '../model/evidence.ts';
import { FAMILIES, type Family, type Verdict, type VerdictLevel } from '../model/verdict.ts';

/** When a signal counts as standing: all three must be reached. */
type SignalThreshold = {
  readonly family: Family;
  /** -log10 p. */
  readonly score: number;
  /** In the unit of the signal. */
  readonly effect: number;
  /** Accounts that must carry it. */
  readonly accounts: number;
  /** Fewer accounts do where the effect is larger. */
  readonly orFewer?: { readonly effect: number; readonly accounts: number };
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
  /** Independent families that must agree for `coordinated`. */
  readonly coordinatedFrom: number;
  /** Strength that one family gives at most, in (0, 1). */
  readonly familyWeight: number;
};

/** What was judged, beside the evidence. */
export type Facts = {
  readonly posts: number;
  readonly accounts: number;
  /** First and last post, epoch milliseconds. */
  readonly startMs: number;
  readonly endMs: number;
  readonly deletionTimesKnown: boolean;
};

/**
 * Weighs evidence into a verdict. One family of evidence makes a burst suspicious; only agreement
 * between families makes it coordinated. What was not measured speaks neither for nor against.
 */
export function weigh(
  evidence: readonly Evidence[],
  facts: Facts,
  thresholds: Thresholds,
): Verdict {
  const standing = standingOf(evidence, thresholds);
  const agreeing = independent(standing, facts.deletionTimesKnown);
  const undecidedBecause = reasonToWait(evidence, facts, agreeing, thresholds);
  const { posts, accounts, startMs, endMs } = facts;
  return {
    level: undecidedBecause === null ? levelOf(agreeing, thresholds) : 'undecided',
    strength: strengthOf(evidence, facts, thresholds),
    standing,
    evidence,
    undecidedBecause,
    thresholds: thresholds.version,
    posts,
    accounts,
    startMs,
    endMs,
  };
}

function standingOf(evidence: readonly Evidence[], thresholds: Thresholds): readonly Family[] {
  const found = new Set(
    evidence.filter(isMeasured).flatMap((one) => {
      const threshold = thresholds.bySignal[one.signal];
      return threshold && stands(one, threshold) ? [threshold.family] : [];
    }),
  );
  return FAMILIES.filter((family) => found.has(family));
}

function stands(evidence: MeasuredEvidence, threshold: SignalThreshold): boolean {
  if (evidence.score < threshold.score) return false;
  return [threshold, ...(threshold.orFewer ? [threshold.orFewer] : [])].some(
    ({ effect, accounts }) => evidence.effect >= effect && evidence.accounts >= accounts,
  );
}

/** Where deletion times are all that is known of time, timing and deletion are one observation. */
function independent(standing: readonly Family[], deletionTimesKnown: boolean): number {
  const both = standing.includes('timing') && standing.includes('deletion');
  return both && !deletionTimesKnown ? standing.length - 1 : standing.length;
}

function levelOf(agreeing: number, thresholds: Thresholds): VerdictLevel {
  if (agreeing >= thresholds.coordinatedFrom) return 'coordinated';
  return agreeing > 0 ? 'suspicious' : 'organic';
}

function reasonToWait(
  evidence: readonly Evidence[],
  facts: Facts,
  agreeing: number,
  thresholds: Thresholds,
): string | null {
  const { minPosts, minAccounts, wouldHaveSeen } = thresholds;
  if (facts.posts < minPosts) return `${facts.posts} of ${minPosts} posts that a verdict needs`;
  if (facts.accounts < minAccounts) {
    return `${facts.accounts} of ${minAccounts} accounts that a verdict needs`;
  }
  const seen = evidence.some((one) => isMeasured(one) && wouldHaveSeen.includes(one.signal));
  if (agreeing > 0 || seen) return null;
  return 'neither texts nor account dates could be measured: coordination could not have been seen';
}

/** @returns in [0, 1); rises with every score, effect and count of accounts */
function strengthOf(evidence: readonly Evidence[], facts: Facts, thresholds: Thresholds): number {
  const best = new Map<Family, number>();
  for (const one of evidence.filter(isMeasured)) {
    const threshold = thresholds.bySignal[one.signal];
    if (threshold === undefined) continue;
    const family = mergedFamily(threshold.family, facts.deletionTimesKnown);
    best.set(family, Math.max(best.get(family) ?? 0, likeness(one, threshold)));
  }
  const doubt = [...best.values()].reduce(
    (product, one) => product * (1 - thresholds.familyWeight * one),
    1,
  );
  return 1 - doubt;
}

function mergedFamily(family: Family, deletionTimesKnown: boolean): Family {
  return family === 'deletion' && !deletionTimesKnown ? 'timing' : family;
}

/** 0.5 where every condition is just met, 1 where all are met twice over. */
function likeness(evidence: MeasuredEvidence, threshold: SignalThreshold): number {
  return Math.max(
    0,
    ...[threshold, ...(threshold.orFewer ? [threshold.orFewer] : [])].map(
      ({ effect, accounts }) => {
        const carried = evidence.accounts / accounts;
        return Math.min(
          1,
          evidence.score / (2 * threshold.score),
          evidence.effect / (2 * effect),
          carried >= 1 ? 1 : carried / 2,
        );
      },
    ),
  );
}
