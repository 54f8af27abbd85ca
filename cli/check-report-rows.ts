import { DETECTION } from '../functions/settings/detection.ts';
import type { PostTable } from '../functions/signals/post-table.ts';
import { eligibleOriginals, textGroups } from '../functions/signals/text-groups.ts';

/** Accounts that share a text. */
type SharedText = {
  readonly posts: number;
  readonly accounts: number;
  readonly linked: boolean;
};

/** The posts of one burst as pictures need them: columns, in order of time. */
export type Rows = {
  readonly times: Float64Array;
  /** Index into `accounts`, a post. */
  readonly accountOf: Int32Array;
  /** In order of their first post. */
  readonly accounts: readonly string[];
  /** Posts an account. */
  readonly postsBy: Int32Array;
  /** Milliseconds from post to deletion; NaN for a post that stands. */
  readonly livesMs: Float64Array;
  /** When each account was made, epoch milliseconds; NaN where that is not known. */
  readonly madeMs: Float64Array;
  /** Nearly all times are whole minutes. */
  readonly minuteStamps: boolean;
  /** Texts that several accounts posted, the most posted first. */
  readonly texts: readonly SharedText[];
};

/** Everything that pictures of a burst are drawn from. */
export function rowsOf(table: PostTable): Rows {
  const { createdMs, deletedMs, accountOf, accounts, postsBy, minuteStamps } = table;
  const settings = DETECTION.signals.textGroups;
  const texts = textGroups(table, eligibleOriginals(table, settings.minWords), settings);
  return {
    times: createdMs,
    accountOf,
    accounts,
    postsBy,
    livesMs: deletedMs.map((ms, at) => ms - (createdMs[at] ?? 0)),
    madeMs: table.accountCreatedMs,
    minuteStamps,
    texts: texts
      .map((text) => ({ posts: text.posts.length, accounts: text.accounts, linked: text.linked }))
      .sort((one, other) => other.posts - one.posts || other.accounts - one.accounts),
  };
}
