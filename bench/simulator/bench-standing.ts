import { type Evidence, isMeasured, type SignalName } from '../../functions/model/evidence.ts';
import type { Thresholds } from '../../functions/verdict/weigh.ts';

/** Score of a signal that is shown and not counted, from which a reader would take note: -log10 p. */
const NOTABLE = 4;

/** Signals that stand by the thresholds; of those without one, the ones that are as surprising. */
export function standingSignals(
  evidence: readonly Evidence[],
  { bySignal }: Thresholds,
): readonly SignalName[] {
  return evidence
    .filter(isMeasured)
    .filter((one) => {
      const threshold = bySignal[one.signal];
      if (threshold === undefined) return one.score >= NOTABLE;
      return (
        one.score >= threshold.score &&
        one.effect >= threshold.effect &&
        one.accounts >= threshold.accounts
      );
    })
    .map(({ signal }) => signal);
}
