import { type Evidence, measured, unmeasured } from '../model/evidence.ts';
import type { Post } from '../model/post.ts';
import { normalSurprise } from '../stats/normal-surprise.ts';
import { type PostTable, tabulate } from './post-table.ts';

const DAY_MS = 86_400_000;
const CLASSES = 14;

/** Accounts by age: class c holds ages from 2^c - 1 days to below 2^(c+1) - 1. */
export type AgeHistogram = readonly number[];

export type AccountAgeSettings = {
  /** Account dates below which nothing is said, in the burst. */
  readonly minDates: number;
  /** Account dates of usual authors below which nothing is said. */
  readonly minUsualDates: number;
};

/** Ages of the accounts at their first post, each account once: what a watch may keep of its usual authors. */
export function ageHistogram(posts: readonly Post[]): AgeHistogram {
  return agesIn(tabulate(posts));
}

function agesIn(table: PostTable): AgeHistogram {
  const counts = new Array<number>(CLASSES).fill(0);
  // The accounts are numbered in order of their first posts.
  let next = 0;
  table.accountOf.forEach((account, at) => {
    if (account !== next) return;
    next++;
    const ageMs = (table.createdMs[at] ?? 0) - (table.accountCreatedMs[account] ?? Number.NaN);
    if (Number.isNaN(ageMs)) return;
    const age = Math.max(0, ageMs / DAY_MS);
    const bin = Math.min(CLASSES - 1, Math.floor(Math.log2(age + 1)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  });
  return counts;
}

/**
 * Are the authors younger than this watch's usual authors? Shown, never counted: campaigns have
 * used accounts years old, and newcomers are no offence.
 *
 * @returns `effect` is how much more often an author is younger than a usual one than older, -1 to 1
 * @source Mann & Whitney (1947), Ann. Math. Stat. 18(1), 50-60; Cliff (1993), Psychol. Bull. 114, 494-509
 */
export function measureAccountAge(
  table: PostTable,
  usual: AgeHistogram | undefined,
  settings: AccountAgeSettings,
): Evidence {
  if (usual === undefined) return unmeasured('account-age', 'the usual authors are not known yet');
  const here = agesIn(table);
  const known = total(here);
  const knownUsual = total(usual);
  if (known < settings.minDates || knownUsual < settings.minUsualDates) {
    return unmeasured(
      'account-age',
      `${known} of ${settings.minDates} account dates known, ${knownUsual} of ${settings.minUsualDates} of usual authors`,
    );
  }
  const { younger, ties } = compare(here, usual);
  const all = known + knownUsual;
  const pairs = known * knownUsual;
  const spread = Math.sqrt((pairs / 12) * (all + 1 - ties / (all * (all - 1))));
  const surplus = younger - pairs / 2;
  const z = spread > 0 ? surplus / spread : 0;
  const young = here.slice(0, 6).reduce((sum, count) => sum + count, 0);
  return measured('account-age', normalSurprise(z), (2 * surplus) / pairs, young, {
    z,
    accounts: known,
    usualAccounts: knownUsual,
    under63Days: young,
    usualUnder63Days: usual.slice(0, 6).reduce((sum, count) => sum + count, 0),
  });
}

/** Pairs in which the author here is the younger, ties as half; and the sum of t^3 - t over tied classes. */
function compare(here: AgeHistogram, usual: AgeHistogram): { younger: number; ties: number } {
  let older = total(usual);
  let younger = 0;
  let ties = 0;
  here.forEach((count, at) => {
    const same = usual[at] ?? 0;
    older -= same;
    younger += count * (older + same / 2);
    ties += (count + same) ** 3 - (count + same);
  });
  return { younger, ties };
}

function total(histogram: AgeHistogram): number {
  return histogram.reduce((sum, count) => sum + count, 0);
}
