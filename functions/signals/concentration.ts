import { type Evidence, measured, unmeasured } from '../model/evidence.ts';
import { binomialSurprise } from '../stats/binomial-surprise.ts';
import type { PostTable } from './post-table.ts';

export type ConcentrationSettings = {
  /** The busiest stretch of this length is looked at, milliseconds: how often people post depends on the span. */
  readonly spanMs: number;
  /** Posts in that stretch that make an account heavy. */
  readonly heavyPosts: number;
  /** Share of accounts that are heavy by themselves. */
  readonly usualHeavy: number;
  /** Accounts below which nothing is said. */
  readonly minAccounts: number;
};

/**
 * Do few accounts write many posts each?
 *
 * @returns `effect` is the share of accounts that are heavy, 0 to 1
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
  const heavy = [...posts.values()].filter((count) => count >= settings.heavyPosts);
  return measured(
    'concentration',
    binomialSurprise(heavy.length, posts.size, settings.usualHeavy),
    heavy.length / posts.size,
    heavy.length,
    {
      accounts: posts.size,
      posts: to - from,
      heavyPosts: settings.heavyPosts,
      heavyAccountPosts: heavy.reduce((sum, count) => sum + count, 0),
      spanHours: settings.spanMs / 3_600_000,
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
