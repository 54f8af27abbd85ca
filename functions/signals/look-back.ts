import { type Attendance, attendedHistory } from './attendance.ts';
import type { PostTable } from './post-table.ts';
import { type EarlierBurst, type PastBurst, returnHistory } from './return-history.ts';
import { type SubjectSettings, subjectsOf, type Tagged } from './subjects.ts';

export type LookBackSettings = SubjectSettings & {
  /** An earlier burst must have ended so long before this one began, milliseconds. */
  readonly minGapMs: number;
  /** Earlier subjects below which nothing is said. */
  readonly minEarlierSubjects: number;
  /** Accounts of this burst that must be comparable with a sketch. */
  readonly minComparable: number;
};

/** Which accounts of a burst were seen before, under hashtags that have nothing to do with it. */
export type LookBack = {
  /** Numbers of the accounts that can be compared with all that is remembered. */
  readonly comparable: readonly number[];
  /** Unrelated subjects an account was seen in, by its number. */
  readonly subjectsOf: (account: number) => ReadonlySet<number>;
  /** Unrelated subjects known. */
  readonly subjects: number;
  readonly bursts: number;
  /** Bursts so large that their sketch reaches too few accounts of this one. */
  readonly setAside: number;
};

/** Why nobody could look back. */
export type UnknownPast = { readonly unknown: string };

/** What is remembered of earlier bursts: a sketch of each, or who attended them. */
export type Remembered = readonly EarlierBurst[] | Attendance;

const NONE: ReadonlySet<number> = new Set();

/**
 * Looks back once for all who ask. Regulars meet again under the hashtags of their own subject, so
 * those count as one, and those of this burst's own subject not at all.
 *
 * @param about what this burst is about
 * @param earlier bursts of other hashtags; null where none are kept
 */
export function lookBack(
  table: PostTable,
  about: Tagged,
  earlier: Remembered | null,
  settings: LookBackSettings,
): LookBack | UnknownPast {
  if (earlier === null) return { unknown: 'no earlier burst of another hashtag was looked at' };
  const startMs = table.createdMs[0] ?? 0;
  const all: readonly PastBurst[] = 'burstsOf' in earlier ? earlier.bursts : earlier;
  const isOver = ({ endMs }: PastBurst) => endMs + settings.minGapMs <= startMs;
  const subjectOf = subjectsOf([about, ...all.filter(isOver)], settings);
  const own = subjectOf(about.hashtag);
  const isOther = (burst: PastBurst) => isOver(burst) && subjectOf(burst.hashtag) !== own;
  const subjects = new Set(all.filter(isOther).map(({ hashtag }) => subjectOf(hashtag))).size;
  const { minEarlierSubjects, minComparable } = settings;
  if (subjects < minEarlierSubjects) {
    return { unknown: `bursts of ${subjects} of ${minEarlierSubjects} unrelated subjects known` };
  }
  const history =
    'burstsOf' in earlier
      ? attendedHistory(table.accounts, earlier, isOther, subjectOf)
      : returnHistory(table.accounts, earlier.filter(isOther), subjectOf, minComparable);
  const { limit } = history;
  const comparable = [...table.accounts.keys()].filter(
    (number) => limit === undefined || (table.accounts[number] ?? '') <= limit,
  );
  if (comparable.length < Math.min(table.accounts.length, minComparable)) {
    return { unknown: `${comparable.length} accounts can be compared with earlier bursts` };
  }
  return {
    comparable,
    subjectsOf: (number) => history.subjectsOf.get(table.accounts[number] ?? '') ?? NONE,
    subjects,
    bursts: history.bursts,
    setAside: history.setAside,
  };
}
