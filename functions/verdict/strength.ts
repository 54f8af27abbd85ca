import { type Evidence, isMeasured, type MeasuredEvidence } from '../model/evidence.ts';
import type { Family } from '../model/verdict.ts';
import type { Facts } from './facts.ts';
import { waysOf } from './stands.ts';
import type { SignalThreshold, Thresholds } from './thresholds.ts';

/**
 * How strongly evidence speaks, for ranking; no probability. Each family counts by its best signal.
 *
 * @returns in [0, 1); rises with every score, effect and count of accounts
 * @source docs/signals/verdict.md
 */
export function strengthOf(
  evidence: readonly Evidence[],
  facts: Facts,
  thresholds: Thresholds,
): number {
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
    ...waysOf(threshold).map(({ score, effect, accounts }) => {
      const carried = evidence.accounts / accounts;
      return Math.min(
        1,
        evidence.score / (2 * score),
        evidence.effect / (2 * effect),
        carried >= 1 ? 1 : carried / 2,
      );
    }),
  );
}
