import { type Evidence, measured, type UnmeasuredEvidence, unmeasured } from '../model/evidence.ts';
import { binomialSurprise } from '../stats/binomial-surprise.ts';
import { tailsOfIndependent } from '../stats/tails-of-independent.ts';
import type { PostTable } from './post-table.ts';
import { type EarlierBurst, type ReturnHistory, returnHistory } from './return-history.ts';
import { subjectsOf, type Tagged } from './subjects.ts';

export type { EarlierBurst };

export type ReuseSettings = {
  /** Share of a hashtag's posts that carry another: they are one subject from here on. */
  readonly relatedShare: number;
  /** An earlier burst must have ended so long before this one began, milliseconds. */
  readonly minGapMs: number;
  /** Earlier subjects below which nothing is said, and subjects an account must come back from. */
  readonly minSubjects: number;
  /** Of one community, at most this share turns up under any one subject of another. */
  readonly communityReturn: number;
  /** Share of accounts that come back by sheer chance, at least: spam is everywhere. */
  readonly minChance: number;
  /** Accounts of this burst that must be comparable with a sketch. */
  readonly minComparable: number;
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
 * Regulars meet again under the hashtags of their own subject, so those count once. Under each
 * other subject at most `communityReturn` of a community turns up, each member by itself: what
 * exceeds that counts. It is asked at every number of subjects; the most telling one is reported.
 *
 * @param about what this burst is about
 * @param earlier bursts of other hashtags; null where none are kept
 * @returns `effect` is the share of posts of accounts that came back, beyond what a community
 *   explains, 0 to 1
 */
export function measureReuse(
  table: PostTable,
  about: Tagged,
  earlier: readonly EarlierBurst[] | null,
  settings: ReuseSettings,
): Reuse {
  if (earlier === null) return nothing('no earlier burst of another hashtag was looked at');
  const startMs = table.createdMs[0] ?? 0;
  const past = earlier.filter((burst) => burst.endMs + settings.minGapMs <= startMs);
  const subjectOf = subjectsOf([about, ...past], settings.relatedShare);
  const others = past.filter(({ hashtag }) => subjectOf(hashtag) !== subjectOf(about.hashtag));
  const subjects = new Set(others.map(({ hashtag }) => subjectOf(hashtag))).size;
  if (subjects < settings.minSubjects) {
    return nothing(
      `bursts of ${subjects} of ${settings.minSubjects} earlier, unrelated subjects known`,
    );
  }
  const history = returnHistory(table.accounts, others, subjectOf, settings.minComparable);
  const comparable = [...table.accounts.keys()].filter((number) =>
    isComparable(table.accounts[number] ?? '', history),
  );
  if (comparable.length < Math.min(table.accounts.length, settings.minComparable)) {
    return nothing(`${comparable.length} accounts can be compared with earlier bursts`);
  }
  const best = mostTelling(table, comparable, history, settings);
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
      bursts: history.bursts,
      subjects,
      setAside: history.setAside,
    }),
  };
}

function nothing(reason: string): { evidence: UnmeasuredEvidence; returning: ReadonlySet<number> } {
  return { evidence: unmeasured('reuse', reason), returning: new Set() };
}

function isComparable(account: string, { limit }: ReturnHistory): boolean {
  return limit === undefined || account <= limit;
}

function mostTelling(
  table: PostTable,
  comparable: readonly number[],
  history: ReturnHistory,
  settings: ReuseSettings,
): Returned {
  const timesOf = (number: number) =>
    history.subjectsOf.get(table.accounts[number] ?? '')?.size ?? 0;
  const chances = communityChances(comparable.length, history, settings);
  const tests = Math.log10(Math.max(1, chances.length - settings.minSubjects));
  const all = postsOf(table, comparable);
  let best: Returned = nobody(settings);
  for (let subjects = settings.minSubjects; subjects < chances.length; subjects++) {
    const accounts = comparable.filter((number) => timesOf(number) >= subjects);
    if (accounts.length === 0) break;
    const chance = Math.max(settings.minChance, chances[subjects] ?? 0);
    const posts = postsOf(table, accounts);
    const effect = Math.max(0, posts / all - chance);
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
  accounts: number,
  { subjectsOf: seen }: ReturnHistory,
  { communityReturn }: ReuseSettings,
): readonly number[] {
  const bySubject = new Map<number, number>();
  for (const subjects of seen.values()) {
    for (const subject of subjects) bySubject.set(subject, (bySubject.get(subject) ?? 0) + 1);
  }
  return tailsOfIndependent(
    Array.from(bySubject.values(), (count) => Math.min(communityReturn, count / accounts)),
  );
}

function postsOf(table: PostTable, accounts: readonly number[]): number {
  return accounts.reduce((sum, number) => sum + (table.postsBy[number] ?? 0), 0);
}
