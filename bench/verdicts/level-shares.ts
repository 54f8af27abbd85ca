import type { Verdict, VerdictLevel } from '../../functions/model/verdict.ts';

/** In the order of columns. */
const LEVELS: readonly VerdictLevel[] = ['coordinated', 'suspicious', 'organic', 'undecided'];

/** Share of the verdicts at each of LEVELS; zeros without any. */
export function levelShares(verdicts: readonly Verdict[]): readonly number[] {
  return LEVELS.map((level) => shareAt(verdicts, level));
}

export function shareAt(verdicts: readonly Verdict[], ...levels: readonly VerdictLevel[]): number {
  const hits = verdicts.filter(({ level }) => levels.includes(level)).length;
  return hits / Math.max(1, verdicts.length);
}
