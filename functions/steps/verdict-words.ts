import type { SignalName } from '../model/evidence.ts';
import type { Verdict } from '../model/verdict.ts';
import { citedWords } from '../verdict/cited-words.ts';
import { alternativeOf, headlineOf, reasonsOf } from '../verdict/words.ts';

/** A verdict as it is told to a reader. */
export type VerdictWords = {
  readonly headline: string;
  /** Strongest first. */
  readonly reasons: readonly string[];
  /** The innocent reading, and what would decide it. */
  readonly alternative: string;
  /** Of each signal that stands. */
  readonly sentences: Partial<Readonly<Record<SignalName, string>>>;
};

/** @returns null before the first verdict */
export function verdictWords(verdict: Verdict | null): VerdictWords | null {
  if (verdict === null) return null;
  return {
    headline: headlineOf(verdict),
    reasons: reasonsOf(verdict),
    alternative: alternativeOf(verdict),
    sentences: citedWords(verdict),
  };
}
