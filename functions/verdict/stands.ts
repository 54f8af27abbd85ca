import type { MeasuredEvidence } from '../model/evidence.ts';
import type { SignalThreshold } from './thresholds.ts';

/** The ways in which a threshold can be met, beside its score: any of them will do. */
export function waysOf(
  threshold: SignalThreshold,
): readonly { readonly effect: number; readonly accounts: number }[] {
  return threshold.orFewer ? [threshold, threshold.orFewer] : [threshold];
}

/** @param threshold of its signal; undefined where the signal is shown and not counted */
export function stands(
  evidence: MeasuredEvidence,
  threshold: SignalThreshold | undefined,
): boolean {
  if (threshold === undefined || evidence.score < threshold.score) return false;
  return waysOf(threshold).some(
    ({ effect, accounts }) => evidence.effect >= effect && evidence.accounts >= accounts,
  );
}
