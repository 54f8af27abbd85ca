import {
  type Evidence,
  isMeasured,
  type MeasuredEvidence,
  type SignalName,
} from '../model/evidence.ts';
import type { Family, Verdict } from '../model/verdict.ts';
import type { Facts } from './facts.ts';
import type { Thresholds } from './thresholds.ts';

export type Decision = Pick<Verdict, 'level' | 'undecidedBecause' | 'citing'>;

/**
 * What evidence comes to.
 *
 * @param found evidence that stands
 * @param standing its families
 */
export function decide(
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

/** Where deletion times are all that is known of time, timing and deletion are one observation. */
function independent(standing: readonly Family[], deletionTimesKnown: boolean): number {
  const both = standing.includes('timing') && standing.includes('deletion');
  return both && !deletionTimesKnown ? standing.length - 1 : standing.length;
}
