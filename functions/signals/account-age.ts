import type { AccountDates } from '../model/account-dates.ts';
import { type Evidence, measured, unmeasured } from '../model/evidence.ts';
import { AGE_CLASSES, type AgeHistogram, type UsualAuthors } from '../model/usual-authors.ts';
import { normalSurprise } from '../stats/normal-surprise.ts';
import type { AuthorProfile } from './author-profiles.ts';

/** Classes of ages below 63 days. */
const YOUNG_CLASSES = 6;

export type AccountAgeSettings = {
  /** Account dates below which nothing is said, in the burst. */
  readonly minDates: number;
  /** Account dates of usual authors below which nothing is said. */
  readonly minUsualDates: number;
};

/** Ages of the accounts at their first post, each account once. */
export function ageHistogram(profiles: readonly AuthorProfile[]): AgeHistogram {
  const counts = new Array<number>(AGE_CLASSES).fill(0);
  for (const { ageClass } of profiles) {
    if (ageClass !== null) counts[ageClass] = (counts[ageClass] ?? 0) + 1;
  }
  return counts;
}

/**
 * Are the authors younger than this watch's usual authors? Shown, never counted: campaigns have
 * used accounts years old, and newcomers are no offence.
 *
 * @param dates what account dates are worth; told to the reader, for classes of ages are whole days
 * @returns `effect` is how much more often an author is younger than a usual one than older, -1 to 1
 * @source Mann & Whitney (1947), Ann. Math. Stat. 18(1), 50-60; Cliff (1993), Psychol. Bull. 114, 494-509
 */
export function measureAccountAge(
  profiles: readonly AuthorProfile[],
  usual: UsualAuthors | undefined,
  dates: AccountDates,
  settings: AccountAgeSettings,
): Evidence {
  if (usual === undefined) return unmeasured('account-age', 'the usual authors are not known yet');
  const here = ageHistogram(profiles);
  const known = total(here);
  const knownUsual = total(usual.ages);
  if (known < settings.minDates || knownUsual < settings.minUsualDates) {
    return unmeasured(
      'account-age',
      `${known} of ${settings.minDates} account dates known, ${knownUsual} of ${settings.minUsualDates} of usual authors`,
    );
  }
  const { younger, ties } = compare(here, usual.ages);
  const all = known + knownUsual;
  const pairs = known * knownUsual;
  const spread = Math.sqrt((pairs / 12) * (all + 1 - ties / (all * (all - 1))));
  const surplus = younger - pairs / 2;
  const z = spread > 0 ? surplus / spread : 0;
  const young = total(here.slice(0, YOUNG_CLASSES));
  return measured('account-age', normalSurprise(z), (2 * surplus) / pairs, young, {
    z,
    accounts: known,
    usualAccounts: knownUsual,
    under63Days: young,
    usualUnder63Days: total(usual.ages.slice(0, YOUNG_CLASSES)),
    usual: usual.of,
    dates,
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
