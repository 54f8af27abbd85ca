import { type Evidence, isMeasured, type MeasuredEvidence } from '../model/evidence.ts';
import { FAMILIES, type Family, type Verdict } from '../model/verdict.ts';
import { decide } from './decide.ts';
import type { Facts } from './facts.ts';
import { stands } from './stands.ts';
import { strengthOf } from './strength.ts';
import type { Thresholds } from './thresholds.ts';

/**
 * Weighs evidence into a verdict. One family of evidence makes a burst suspicious; only agreement
 * between families makes it coordinated. What was not measured speaks neither for nor against.
 */
export function weigh(
  evidence: readonly Evidence[],
  facts: Facts,
  thresholds: Thresholds,
): Verdict {
  const found = evidence
    .filter(isMeasured)
    .filter((one) => stands(one, thresholds.bySignal[one.signal]));
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
