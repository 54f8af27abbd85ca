import {
  type Evidence,
  isMeasured,
  type MeasuredEvidence,
  type SignalName,
} from '../model/evidence.ts';
import { FAMILIES, type Family, type Verdict } from '../model/verdict.ts';

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

/** What was judged, beside the evidence. */
export type Facts = {
  readonly posts: number;
  readonly accounts: number;
  /** First and last post, epoch milliseconds. */
  readonly startMs: number;
  readonly endMs: number;
  readonly deletionTimesKnown: boolean;
  /** How long the burst could be seen, milliseconds; absent where it is over, and nothing is to come. */
  readonly ageMs?: number;
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
  const found = evidence.filter(isMeasured).filter((one) => stands(one, thresholds));
  const standing = familiesOf(found, thresholds);
  const { posts, accounts, startMs, endMs } = facts;
  return {
    ...decide(evidence, found, standing, facts, thresholds),
    strength: strengthOf(evidence, facts, thresholds),
    standing,
    evidence,
    thresholds: thresholds.version,
    posts,
    accounts,
    startMs,
    endMs,
  };
}

function familiesOf(
  found: readonly MeasuredEvidence[],
  { bySignal }: Thresholds,
): readonly Family[] {
  const families = new Set(found.map(({ signal }) => bySignal[signal]?.family));
  return FAMILIES.filter((family) => families.has(family));
}

function stands(evidence: MeasuredEvidence, { bySignal }: Thresholds): boolean {
  const threshold = bySignal[evidence.signal];
  if (threshold === undefined || evidence.score < threshold.score) return false;
  return [threshold, ...(threshold.orFewer ? [threshold.orFewer] : [])].some(
    ({ effect, accounts }) => evidence.effect >= effect && evidence.accounts >= accounts,
  );
}

/** Where deletion times are all that is known of time, timing and deletion are one observation. */
function independent(standing: readonly Family[], deletionTimesKnown: boolean): number {
  const both = standing.includes('timing') && standing.includes('deletion');
  return both && !deletionTimesKnown ? standing.length - 1 : standing.length;
}

type Decision = Pick<Verdict, 'level' | 'undecidedBecause' | 'citing'>;

function decide(
  evidence: readonly Evidence[],
  found: readonly MeasuredEvidence[],
  standing: readonly Family[],
  facts: Facts,
  thresholds: Thresholds,
): Decision {
  const thin = tooThin(facts, thresholds);
  if (thin !== null) return undecided(thin);
  const agreeing = independent(standing, facts.deletionTimesKnown);
  if (agreeing > 0) return suspected(agreeing, evidence, namesOf(found), thresholds);
  const seen = evidence.filter(
    (one) => isMeasured(one) && thresholds.wouldHaveSeen.includes(one.signal),
  );
  if (seen.length === 0) {
    return undecided(
      'neither texts nor account dates could be measured: coordination could not have been seen',
    );
  }
  return tooEarly(evidence, facts, thresholds) ?? organic(namesOf(seen));
}

/** Nobody pushes what does not rise: without a burst families that agree are still only suspicious. */
function suspected(
  agreeing: number,
  evidence: readonly Evidence[],
  citing: readonly SignalName[],
  { coordinatedFrom, noticeScore }: Thresholds,
): Decision {
  if (agreeing < coordinatedFrom) return { level: 'suspicious', undecidedBecause: null, citing };
  const flat = evidence
    .filter(isMeasured)
    .some(({ signal, score }) => signal === 'burst' && score < noticeScore);
  return flat
    ? { level: 'suspicious', undecidedBecause: null, citing: [...citing, 'burst'] }
    : { level: 'coordinated', undecidedBecause: null, citing };
}

function organic(citing: readonly SignalName[]): Decision {
  return { level: 'organic', undecidedBecause: null, citing };
}

function undecided(undecidedBecause: string, citing: readonly SignalName[] = []): Decision {
  return { level: 'undecided', undecidedBecause, citing };
}

function namesOf(evidence: readonly Evidence[]): readonly SignalName[] {
  return evidence.map(({ signal }) => signal);
}

function tooThin({ posts, accounts }: Facts, { minPosts, minAccounts }: Thresholds): string | null {
  if (posts < minPosts) return `${posts} of ${minPosts} posts that a verdict needs`;
  if (accounts < minAccounts) return `${accounts} of ${minAccounts} accounts that a verdict needs`;
  return null;
}

/** Where nothing stands in the first minutes, and a signal that counts is still to come. */
function tooEarly(
  evidence: readonly Evidence[],
  { ageMs }: Facts,
  { earlyMs, bySignal }: Thresholds,
): Decision | undefined {
  if (ageMs === undefined || ageMs >= earlyMs) return undefined;
  const coming = evidence.flatMap((one) =>
    isMeasured(one) || one.later === undefined || bySignal[one.signal] === undefined
      ? []
      : [{ signal: one.signal, what: one.later }],
  );
  if (coming.length === 0) return undefined;
  const what = coming.map((one) => one.what).join(' and ');
  return undecided(
    `too early: ${what} is not known before ${earlyMs / 60_000} minutes`,
    coming.map(({ signal }) => signal),
  );
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
