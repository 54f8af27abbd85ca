import { type Evidence, measured, unmeasured } from '../model/evidence.ts';
import { binomialSurprise } from '../stats/binomial-surprise.ts';
import { tailsOfIndependent } from '../stats/tails-of-independent.ts';
import type { LookBack, UnknownPast } from './look-back.ts';
import type { PostTable } from './post-table.ts';

export type ReuseSettings = {
  /** Subjects an account must come back from, at least. */
  readonly minSubjects: number;
  /** Of one community, at most this share turns up under any one subject of another. */
  readonly communityReturn: number;
  /** Share of accounts that come back by sheer chance, at least: spam is everywhere. */
  readonly minChance: number;
  /** Share of posts that those may write who turn up under everything; what exceeds it counts. */
  readonly regulars: number;
};

export type Reuse = {
  readonly evidence: Evidence;
  /** Numbers of the accounts that came back, in the table. */
  readonly returning: ReadonlySet<number>;
};

/** Accounts that came back from as many subjects or more. */
type Returned = {
  readonly subjects: number;
  readonly accounts: readonly number[];
  readonly posts: number;
  /** Share of a community that would. */
  readonly chance: number;
  readonly score: number;
  readonly effect: number;
};

/**
 * Do these accounts come back from unrelated hashtags more than the members of a community do?
 *
 * Under each other subject at most `communityReturn` of a community turns up, each member by
 * itself, and some people are everywhere: what exceeds that counts. It is asked at every number of subjects; the most telling one
 * is reported.
 *
 * @param past what came before, or why nobody could look
 * @returns `effect` is the share of posts of accounts that came back, beyond what a community
 *   or its regulars explain, 0 to 1
 */
export function measureReuse(
  table: PostTable,
  past: LookBack | UnknownPast,
  settings: ReuseSettings,
): Reuse {
  if ('unknown' in past) {
    return { evidence: unmeasured('reuse', past.unknown), returning: new Set() };
  }
  const { comparable } = past;
  const best = mostTelling(table, past, settings);
  const scale = table.accounts.length / comparable.length;
  return {
    returning: new Set(best.accounts),
    evidence: measured('reuse', best.score, best.effect, Math.round(best.accounts.length * scale), {
      comparedAccounts: comparable.length,
      returningAccounts: best.accounts.length,
      comparedPosts: postsOf(table, comparable),
      returningPosts: best.posts,
      minSubjects: best.subjects,
      communityPercent: 100 * best.chance,
      bursts: past.bursts,
      subjects: past.subjects,
      setAside: past.setAside,
    }),
  };
}

function mostTelling(
  table: PostTable,
  { comparable, subjectsOf }: LookBack,
  settings: ReuseSettings,
): Returned {
  const chances = communityChances(comparable, subjectsOf, settings);
  const tests = Math.log10(Math.max(1, chances.length - settings.minSubjects));
  const all = postsOf(table, comparable);
  let best: Returned = nobody(settings);
  for (let subjects = settings.minSubjects; subjects < chances.length; subjects++) {
    const accounts = comparable.filter((number) => subjectsOf(number).size >= subjects);
    if (accounts.length === 0) break;
    const chance = Math.max(settings.minChance, chances[subjects] ?? 0);
    const posts = postsOf(table, accounts);
    const effect = Math.max(0, posts / all - Math.max(chance, settings.regulars));
    const surprise = binomialSurprise(accounts.length, comparable.length, Math.min(0.999, chance));
    const score = Math.max(0, surprise - tests);
    const found = { subjects, accounts, posts, chance, score, effect };
    if (found.score * found.effect > best.score * best.effect) best = found;
  }
  return best;
}

function nobody({ minSubjects, minChance }: ReuseSettings): Returned {
  return { subjects: minSubjects, accounts: [], posts: 0, chance: minChance, score: 0, effect: 0 };
}

/** At index k: the share of a community that would come back from k or more of these subjects. */
function communityChances(
  comparable: readonly number[],
  subjectsOf: LookBack['subjectsOf'],
  { communityReturn }: ReuseSettings,
): readonly number[] {
  const bySubject = new Map<number, number>();
  for (const account of comparable) {
    for (const subject of subjectsOf(account)) {
      bySubject.set(subject, (bySubject.get(subject) ?? 0) + 1);
    }
  }
  return tailsOfIndependent(
    Array.from(bySubject.values(), (count) => Math.min(communityReturn, count / comparable.length)),
  );
}

function postsOf(table: PostTable, accounts: readonly number[]): number {
  return accounts.reduce((sum, number) => sum + (table.postsBy[number] ?? 0), 0);
}
