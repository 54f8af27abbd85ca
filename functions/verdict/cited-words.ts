import { isMeasured, type SignalName } from '../model/evidence.ts';
import type { Verdict } from '../model/verdict.ts';
import { FAMILY_OF } from './family-words.ts';
import { reasonOf } from './reason-words.ts';

/**
 * A sentence for each signal that stands, also where another of its family gives the reason. What
 * does not stand gets none: said in words, its figures would sound like findings.
 */
export function citedWords({
  evidence,
  citing,
  standing,
}: Verdict): Partial<Record<SignalName, string>> {
  if (standing.length === 0) return {};
  const cited = evidence
    .filter(isMeasured)
    .filter(({ signal }) => citing.includes(signal) && FAMILY_OF[signal] !== undefined);
  return Object.fromEntries(cited.map((one) => [one.signal, reasonOf(one)]));
}
