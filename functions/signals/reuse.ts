import { type Evidence, measured, unmeasured } from '../model/evidence.ts';
import { binomialSurprise } from '../stats/binomial-surprise.ts';
import type { PostTable } from './post-table.ts';
import { type EarlierBurst, returnHistory } from './return-history.ts';

export type { EarlierBurst };

export type ReuseSettings = {
  /** Different earlier hashtags an account must have been seen in. */
  readonly minHashtags: number;
  /** An earlier burst must have ended so long before this one began, milliseconds: sister hashtags of one event share their crowd. */
  readonly minGapMs: number;
  /** Earlier hashtags below which nothing is said. */
  readonly minEarlierHashtags: number;
  /** Accounts active on a source, at least: the pool that chance draws from. */
  readonly minActiveAccounts: number;
  /** Accounts of this burst that must be comparable with a sketch. */
  readonly minComparable: number;
};

/**
 * Do these accounts come back from burst to burst, under unrelated hashtags?
 *
 * @param earlier bursts of other hashtags; null where none are kept
 * @returns `effect` is the share that came back, of accounts or of posts, whichever is less, 0 to 1:
 *   regulars post more than strangers, so their posts alone say too much
 */
export function measureReuse(
  table: PostTable,
  earlier: readonly EarlierBurst[] | null,
  settings: ReuseSettings,
): Evidence {
  if (earlier === null)
    return unmeasured('reuse', 'no earlier burst of another hashtag was looked at');
  const startMs = table.createdMs[0] ?? 0;
  const before = earlier.filter((burst) => burst.endMs + settings.minGapMs <= startMs);
  const hashtags = new Set(before.map((burst) => burst.hashtag)).size;
  if (hashtags < settings.minEarlierHashtags) {
    return unmeasured(
      'reuse',
      `${hashtags} of ${settings.minEarlierHashtags} earlier hashtags with a burst known`,
    );
  }
  const history = returnHistory(table.accounts, before, settings.minComparable);
  const returned = countReturned(table, (account) =>
    history.limit !== undefined && account > history.limit
      ? undefined
      : (history.hashtagsOf.get(account) ?? 0) >= settings.minHashtags,
  );
  if (returned.comparable < Math.min(table.accounts.length, settings.minComparable)) {
    return unmeasured(
      'reuse',
      `${returned.comparable} accounts can be compared with earlier bursts`,
    );
  }
  const repeaters = [...history.hashtagsOf.values()].filter(
    (count) => count >= settings.minHashtags,
  ).length;
  const pool = Math.max(settings.minActiveAccounts * history.share, history.hashtagsOf.size);
  const scale = table.accounts.length / Math.max(1, returned.comparable);
  const score =
    repeaters === 0
      ? 0
      : binomialSurprise(returned.accounts, returned.comparable, Math.min(0.99, repeaters / pool));
  return measured(
    'reuse',
    score,
    Math.min(
      returned.posts / Math.max(1, returned.comparablePosts),
      returned.accounts / Math.max(1, returned.comparable),
    ),
    Math.round(returned.accounts * scale),
    {
      comparedAccounts: returned.comparable,
      returningAccounts: returned.accounts,
      comparedPosts: returned.comparablePosts,
      returningPosts: returned.posts,
      bursts: history.bursts,
      hashtags,
      minHashtags: settings.minHashtags,
      setAside: history.setAside,
    },
  );
}

type Returned = {
  readonly comparable: number;
  readonly comparablePosts: number;
  readonly accounts: number;
  readonly posts: number;
};

/** @param hasReturned undefined where sketches cannot tell */
function countReturned(
  table: PostTable,
  hasReturned: (account: string) => boolean | undefined,
): Returned {
  const sum = { comparable: 0, comparablePosts: 0, accounts: 0, posts: 0 };
  table.accounts.forEach((account, number) => {
    const returned = hasReturned(account);
    if (returned === undefined) return;
    const posts = table.postsBy[number] ?? 0;
    sum.comparable++;
    sum.comparablePosts += posts;
    if (!returned) return;
    sum.accounts++;
    sum.posts += posts;
  });
  return sum;
}
