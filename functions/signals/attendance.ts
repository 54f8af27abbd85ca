import type { PastBurst, ReturnHistory } from './return-history.ts';

/**
 * Earlier bursts that are asked for by account, where everybody who took part is known: a look back
 * costs what the accounts of one burst attended, not what all earlier bursts hold.
 */
export type Attendance = {
  readonly bursts: readonly PastBurst[];
  /** Indices into `bursts`, each once: those that the account took part in. */
  readonly burstsOf: (account: string) => readonly number[];
};

/**
 * Looks back at attended bursts as `returnHistory` does at complete sketches.
 *
 * @param accounts of this burst
 * @param isUsed of the bursts, those of other subjects
 * @param subjectOf a number for what a hashtag is about
 */
export function attendedHistory(
  accounts: readonly string[],
  { bursts, burstsOf }: Attendance,
  isUsed: (burst: PastBurst) => boolean,
  subjectOf: (hashtag: string) => number,
): ReturnHistory {
  const used = bursts.map((burst) => (isUsed(burst) ? [subjectOf(burst.hashtag)] : []));
  const seen = new Map<string, ReadonlySet<number>>();
  for (const account of accounts) {
    const subjects = burstsOf(account).flatMap((at) => used[at] ?? []);
    if (subjects.length > 0) seen.set(account, new Set(subjects));
  }
  return {
    limit: undefined,
    subjectsOf: seen,
    bursts: used.filter((subject) => subject.length > 0).length,
    setAside: 0,
  };
}
