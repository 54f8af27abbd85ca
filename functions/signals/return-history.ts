import type { ParticipantSketch } from '../model/burst.ts';
import type { Tagged } from './subjects.ts';

/** A burst of another hashtag, before this one. */
export type PastBurst = Tagged & {
  readonly startMs: number;
  readonly endMs: number;
};

/** A sketch that holds all accounts of its burst is complete. */
export type EarlierBurst = PastBurst & { readonly sketch: ParticipantSketch };

/** Who came back from where, as far as sketches can be compared. */
export type ReturnHistory = {
  /** Accounts up to this pseudonym can be compared; undefined if all can. */
  readonly limit: string | undefined;
  /** Subjects an account was seen in, up to the limit. */
  readonly subjectsOf: ReadonlyMap<string, ReadonlySet<number>>;
  readonly bursts: number;
  /** Bursts so large that their sketch reaches too few accounts of this one. */
  readonly setAside: number;
};

/**
 * Looks back at bursts of other subjects. Sketches of large bursts reach only the first few
 * pseudonyms: those that would leave fewer than `minComparable` accounts of this burst are set aside.
 *
 * @param accounts of this burst, in any order
 * @param subjectOf a number for what a hashtag is about
 */
export function returnHistory(
  accounts: readonly string[],
  earlier: readonly EarlierBurst[],
  subjectOf: (hashtag: string) => number,
  minComparable: number,
): ReturnHistory {
  const sorted = [...accounts].sort();
  const least = sorted[Math.min(sorted.length, minComparable) - 1] ?? '';
  const used = earlier.filter(({ sketch }) => isComplete(sketch) || reachOf(sketch) >= least);
  const limit = used
    .flatMap(({ sketch }) => (isComplete(sketch) ? [] : [reachOf(sketch)]))
    .sort()[0];
  return {
    limit,
    subjectsOf: subjectsByAccount(new Set(accounts), used, subjectOf, limit),
    bursts: used.length,
    setAside: earlier.length - used.length,
  };
}

function subjectsByAccount(
  accounts: ReadonlySet<string>,
  bursts: readonly EarlierBurst[],
  subjectOf: (hashtag: string) => number,
  limit: string | undefined,
): ReadonlyMap<string, ReadonlySet<number>> {
  const seen = new Map<string, Set<number>>();
  const isSought = (account: string) =>
    accounts.has(account) && (limit === undefined || account <= limit);
  for (const { hashtag, sketch } of bursts) {
    const subject = subjectOf(hashtag);
    for (const account of sketch.accounts.filter(isSought)) {
      const subjects = seen.get(account);
      if (subjects) subjects.add(subject);
      else seen.set(account, new Set([subject]));
    }
  }
  return seen;
}

/** The largest pseudonym that a sketch says anything about. */
function reachOf(sketch: ParticipantSketch): string {
  return sketch.accounts.at(-1) ?? '';
}

function isComplete(sketch: ParticipantSketch): boolean {
  return sketch.accounts.length === sketch.total;
}
