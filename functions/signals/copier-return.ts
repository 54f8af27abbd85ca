import { type Evidence, measured, unmeasured } from '../model/evidence.ts';
import { binomialSurprise } from '../stats/binomial-surprise.ts';
import type { LookBack, UnknownPast } from './look-back.ts';
import type { PostTable } from './post-table.ts';
import type { TextGroup } from './text-groups.ts';

export type CopierReturnSettings = {
  /** Accounts on each side, copying and not, below which nothing is said. */
  readonly minEach: number;
};

/**
 * Do the accounts that copy come back from unrelated hashtags more than the others of this very
 * burst? Whoever takes part in a community returns alike, whether he copies or not; who is sent a
 * text and a hashtag every week returns with the texts.
 *
 * The others are the measure, so it needs no knowledge of how often people return.
 *
 * @param texts groups of nearly equal texts
 * @returns `effect` is the share of copying accounts that came back less that of the others, -1 to 1
 */
export function measureCopierReturn(
  table: PostTable,
  texts: readonly TextGroup[],
  past: LookBack | UnknownPast,
  settings: CopierReturnSettings,
): Evidence {
  if ('unknown' in past) return unmeasured('copier-return', past.unknown);
  const copying = copiersOf(table, texts);
  const copiers = past.comparable.filter((account) => copying.has(account));
  const others = past.comparable.filter((account) => !copying.has(account));
  if (Math.min(copiers.length, others.length) < settings.minEach) {
    return unmeasured(
      'copier-return',
      `${copiers.length} accounts that copy and ${others.length} others can be compared, ${settings.minEach} each required`,
    );
  }
  const cameBack = (account: number) => past.subjectsOf(account).size > 0;
  const back = copiers.filter(cameBack).length;
  const othersBack = others.filter(cameBack).length;
  // One more success in one more trial: a side of few is no certainty.
  const usual = (othersBack + 1) / (others.length + 1);
  return measured(
    'copier-return',
    usual < 1 ? binomialSurprise(back, copiers.length, usual) : 0,
    back / copiers.length - othersBack / others.length,
    Math.round((back * table.accounts.length) / past.comparable.length),
    { copiers: copiers.length, copiersBack: back, others: others.length, othersBack },
  );
}

/** Accounts that share a text without a link. */
function copiersOf(table: PostTable, texts: readonly TextGroup[]): ReadonlySet<number> {
  const own = texts.filter(({ linked }) => !linked);
  return new Set(own.flatMap(({ posts }) => posts.map((at) => table.accountOf[at] ?? -1)));
}
