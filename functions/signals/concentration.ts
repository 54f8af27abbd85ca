import { type Evidence, type MeasuredEvidence, measured, unmeasured } from '../model/evidence.ts';
import { binomialSurprise } from '../stats/binomial-surprise.ts';
import type { PostTable } from './post-table.ts';

type HeavyLevel = { readonly posts: number; readonly usual: number };

export type ConcentrationSettings = {
  /** The busiest stretch of this length is looked at, milliseconds: how often people post depends on the span. */
  readonly spanMs: number;
  /** Posts in that stretch that make an account heavy, and the share of accounts that are so in a busy community. */
  readonly levels: readonly HeavyLevel[];
  /** Accounts below which nothing is said. */
  readonly minAccounts: number;
};

/**
 * Do the accounts write many posts each? Asked at several counts of posts: where each writes two or
 * three, few write five. The most telling count is reported.
 *
 * @returns `effect` is how many times more accounts are heavy than in a busy community
 */
export function measureConcentration(table: PostTable, settings: ConcentrationSettings): Evidence {
  const [from, to] = busiest(table, settings.spanMs);
  const posts = new Map<number, number>();
  for (let at = from; at < to; at++) {
    const account = table.accountOf[at] ?? 0;
    posts.set(account, (posts.get(account) ?? 0) + 1);
  }
  if (posts.size < settings.minAccounts) {
    return unmeasured('concentration', `${posts.size} of ${settings.minAccounts} accounts known`);
  }
  return settings.levels
    .map((level) => atLevel(level, [...posts.values()], to - from, settings))
    .reduce((best, one) => (one.score * one.effect > best.score * best.effect ? one : best));
}

function atLevel(
  level: HeavyLevel,
  postsBy: readonly number[],
  posts: number,
  { levels, spanMs }: ConcentrationSettings,
): MeasuredEvidence {
  const heavy = postsBy.filter((count) => count >= level.posts);
  const surprise = binomialSurprise(heavy.length, postsBy.length, level.usual);
  return measured(
    'concentration',
    Math.max(0, surprise - Math.log10(levels.length)),
    heavy.length / postsBy.length / level.usual,
    heavy.length,
    {
      accounts: postsBy.length,
      posts,
      heavyPosts: level.posts,
      usualPercent: level.usual * 100,
      heavyAccountPosts: heavy.reduce((sum, count) => sum + count, 0),
      spanHours: spanMs / 3_600_000,
    },
  );
}

/** First post and end of the stretch of `spanMs` that holds the most posts; the earliest of equals. */
function busiest(table: PostTable, spanMs: number): readonly [number, number] {
  const times = table.createdMs;
  let best: readonly [number, number] = [0, 0];
  let from = 0;
  times.forEach((time, at) => {
    while (time - (times[from] ?? time) >= spanMs) from++;
    if (at + 1 - from > best[1] - best[0]) best = [from, at + 1];
  });
  return best;
}
