import { type Evidence, type MeasuredEvidence, measured, unmeasured } from '../model/evidence.ts';
import { binomialSurprise } from '../stats/binomial-surprise.ts';
import type { PostTable } from './post-table.ts';

type HeavyLevel = {
  readonly posts: number;
  readonly usual: number;
  /** Headlines with their link do not count: feeds post two by themselves. */
  readonly own?: true;
};

const NONE: ReadonlySet<number> = new Set();

export type ConcentrationSettings = {
  /** The busiest stretch of this length is looked at, milliseconds: how often people post depends on the span. */
  readonly spanMs: number;
  /** Posts in that stretch that make an account heavy, and the share of accounts that are so in a busy community. */
  readonly levels: readonly HeavyLevel[];
  /** How many independent tests the levels amount to: whoever writes five posts has written two. */
  readonly tests: number;
  /** Accounts below which nothing is said. */
  readonly minAccounts: number;
};

/**
 * Do the accounts write many posts each? Asked at several counts of posts: where each writes two or
 * three, few write five. The most telling count is reported.
 *
 * @param passedOn headlines with their link, by their place in the table
 * @returns `effect` is how many times more accounts are heavy than in a busy community
 */
export function measureConcentration(
  table: PostTable,
  passedOn: ReadonlySet<number>,
  settings: ConcentrationSettings,
): Evidence {
  const stretch = busiest(table, settings.spanMs);
  const all = postsBy(table, stretch, NONE);
  const own = postsBy(table, stretch, passedOn);
  if (all.length < settings.minAccounts) {
    return unmeasured('concentration', `${all.length} of ${settings.minAccounts} accounts known`);
  }
  return settings.levels
    .map((level) => atLevel(level, level.own ? own : all, settings))
    .reduce((best, one) => (one.score * one.effect > best.score * best.effect ? one : best));
}

/** Posts an account in a stretch, of those that have any. */
function postsBy(
  table: PostTable,
  [from, to]: readonly [number, number],
  without: ReadonlySet<number>,
): readonly number[] {
  const posts = new Map<number, number>();
  for (let at = from; at < to; at++) {
    const account = table.accountOf[at] ?? 0;
    if (!without.has(at)) posts.set(account, (posts.get(account) ?? 0) + 1);
  }
  return [...posts.values()];
}

function atLevel(
  level: HeavyLevel,
  counts: readonly number[],
  { tests, spanMs }: ConcentrationSettings,
): MeasuredEvidence {
  const heavy = counts.filter((count) => count >= level.posts);
  const accounts = Math.max(1, counts.length);
  const surprise = binomialSurprise(heavy.length, accounts, level.usual);
  const sum = (some: readonly number[]) => some.reduce((total, count) => total + count, 0);
  return measured(
    'concentration',
    Math.max(0, surprise - Math.log10(tests)),
    heavy.length / accounts / level.usual,
    heavy.length,
    {
      accounts: counts.length,
      posts: sum(counts),
      heavyPosts: level.posts,
      usualPercent: level.usual * 100,
      heavyAccountPosts: sum(heavy),
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
