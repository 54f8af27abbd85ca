import type { MeasuredEvidence } from '../model/evidence.ts';
import type { Limits, SignalThreshold } from './thresholds.ts';

/** The ways in which a threshold can be met: any of them will do. */
export function waysOf(threshold: SignalThreshold): readonly Limits[] {
  return threshold.orFewer ? [threshold, threshold.orFewer] : [threshold];
}

/** @param threshold of its signal; undefined where the signal is shown and not counted */
export function stands(
  evidence: MeasuredEvidence,
  threshold: SignalThreshold | undefined,
): boolean {
  if (threshold === undefined) return false;
  return waysOf(threshold).some(
    ({ score, effect, accounts }) =>
      evidence.score >= score && evidence.effect >= effect && evidence.accounts >= accounts,
  );
}
