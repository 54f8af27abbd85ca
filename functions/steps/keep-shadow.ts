import { type ShadowVerdict, severityOf, type Verdict } from '../model/verdict.ts';

/**
 * What is kept of a candidate's verdicts on a burst: the gravest, and when it was first as grave. A
 * candidate of another version begins anew.
 *
 * @param before what was kept so far
 * @param verdict the candidate's on the posts as they stand
 */
export function keepShadow(
  before: ShadowVerdict | null,
  verdict: Verdict,
  atMs: number,
): ShadowVerdict {
  const { thresholds, level, strength, standing } = verdict;
  const kept = before?.thresholds === thresholds ? before : null;
  const now = { thresholds, level, strength, standing };
  return {
    ...(kept !== null && severityOf(kept.level) > severityOf(level) ? kept : now),
    firstSuspiciousMs: kept?.firstSuspiciousMs ?? firstAt(verdict, 'suspicious', atMs),
    firstCoordinatedMs: kept?.firstCoordinatedMs ?? firstAt(verdict, 'coordinated', atMs),
  };
}

/** @returns `atMs` if the verdict is as grave as `level` or graver */
export function firstAt(verdict: Verdict, level: Verdict['level'], atMs: number): number | null {
  return severityOf(verdict.level) >= severityOf(level) ? atMs : null;
}
