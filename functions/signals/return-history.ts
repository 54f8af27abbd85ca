import type { ParticipantSketch } from '../model/burst.ts';

/** A burst of another hashtag, before this one. A sketch that holds all its accounts is complete. */
export type EarlierBurst = {
  readonly hashtag: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly sketch: ParticipantSketch;
};

/** Who came back how often, as far as sketches can be compared. */
export type ReturnHistory = {
  /** Accounts up to this pseudonym can be compared; undefined if all can. */
  readonly limit: string | undefined;
  /** Different other hashtags an account was seen in, up to the limit. */
  readonly hashtagsOf: ReadonlyMap<string, number>;
  /** Share of the earlier accounts that lie up to the limit, in (0, 1]. */
  readonly share: number;
  readonly bursts: number;
  /** Bursts so large that their sketch reaches too few accounts of this one. */
  readonly setAside: number;
};

/**
 * Looks back at bursts of other hashtags. Sketches of large bursts reach only the first few
 * pseudonyms: those that would leave fewer than `minComparable` accounts of this burst are set aside.
 *
 * @param accounts of this burst, in any order
 */
export function returnHistory(
  accounts: readonly string[],
  earlier: readonly EarlierBurst[],
  minComparable: number,
): ReturnHistory {
  const sorted = [...accounts].sort();
  const least = sorted[Math.min(sorted.length, minComparable) - 1] ?? '';
  const used = earlier.filter(({ sketch }) => isComplete(sketch) || reachOf(sketch) >= least);
  const limit = used
    .flatMap(({ sketch }) => (isComplete(sketch) ? [] : [reachOf(sketch)]))
    .sort()[0];
  const hashtags = hashtagsByAccount(used, limit);
  const reached = used.reduce((sum, { sketch }) => sum + within(sketch, limit).length, 0);
  const total = used.reduce((sum, { sketch }) => sum + sketch.total, 0);
  return {
    limit,
    hashtagsOf: new Map([...hashtags].map(([account, all]) => [account, all.size])),
    share: total > 0 ? Math.max(reached, 1) / total : 1,
    bursts: used.length,
    setAside: earlier.length - used.length,
  };
}

function hashtagsByAccount(
  bursts: readonly EarlierBurst[],
  limit: string | undefined,
): ReadonlyMap<string, ReadonlySet<string>> {
  const seen = new Map<string, Set<string>>();
  for (const { hashtag, sketch } of bursts) {
    for (const account of within(sketch, limit)) {
      const hashtags = seen.get(account);
      if (hashtags) hashtags.add(hashtag);
      else seen.set(account, new Set([hashtag]));
    }
  }
  return seen;
}

function within(sketch: ParticipantSketch, limit: string | undefined): readonly string[] {
  return limit === undefined ? sketch.accounts : sketch.accounts.filter((one) => one <= limit);
}

/** The largest pseudonym that a sketch says anything about. */
function reachOf(sketch: ParticipantSketch): string {
  return sketch.accounts.at(-1) ?? '';
}

function isComplete(sketch: ParticipantSketch): boolean {
  return sketch.accounts.length === sketch.total;
}
