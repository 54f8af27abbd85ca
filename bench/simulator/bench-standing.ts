import { isMeasured, type SignalName } from '../../functions/model/evidence.ts';
import type { Verdict } from '../../functions/model/verdict.ts';
import type { Thresholds } from '../../functions/verdict/thresholds.ts';

/** Score of a signal that is shown and not counted, from which a reader would take note: -log10 p. */
const NOTABLE = 4;

/** Signals that stand in a verdict; of those that are shown and not counted, the ones that are as surprising. */
export function standingSignals(
  { evidence, citing, standing }: Verdict,
  { bySignal }: Thresholds,
): readonly SignalName[] {
  return evidence
    .filter(isMeasured)
    .filter(({ signal, score }) => {
      if (signal === 'burst') return false;
      if (bySignal[signal] === undefined) return score >= NOTABLE;
      return standing.length > 0 && citing.includes(signal);
    })
    .map(({ signal }) => signal);
}
