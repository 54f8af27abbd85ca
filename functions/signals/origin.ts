import { type Evidence, measured, unmeasured } from '../model/evidence.ts';
import type { UsualAuthors } from '../model/usual-authors.ts';
import type { AuthorProfile } from './author-profiles.ts';
import { compareShares, type Shares, total } from './compare-shares.ts';

export type OriginSettings = {
  /** Accounts that state a language or a place, below which nothing is said, here and of usual ones. */
  readonly minStated: number;
  readonly minUsual: number;
  /** A class expected less often, here or among usual authors, is put together with the rare ones. */
  readonly minExpected: number;
};

/** Language and place: two questions, one of which may be answered by chance. */
const KINDS = 2;

type Comparison = Shares & {
  readonly kind: 'language' | 'place';
  readonly accounts: number;
  readonly usualAccounts: number;
  /** The class that is most in excess; null for one without a name. */
  readonly most: string | null;
};

/**
 * Are declared places or languages out of line with the usual authors'? Shown, never counted: an
 * event abroad brings authors from abroad.
 *
 * @returns `effect` is the share of accounts that is too many in their language or place, 0 to 1
 * @source Sokal & Rohlf, Biometry (1995), 17.4: the G-test of two samples
 */
export function measureOrigin(
  profiles: readonly AuthorProfile[],
  usual: UsualAuthors | undefined,
  settings: OriginSettings,
): Evidence {
  const languages = countOf(profiles.map(({ language }) => language));
  const places = countOf(profiles.map(({ place }) => place || null));
  const known = Math.max(total(languages), total(places));
  if (known < settings.minStated) {
    return unmeasured(
      'origin',
      `${known} of ${settings.minStated} accounts state a language or a place`,
    );
  }
  if (usual === undefined) return unmeasured('origin', 'the usual authors are not known yet');
  const asked = [
    compare('language', languages, usual.languages, settings),
    compare('place', places, usual.places, settings),
  ].filter((one) => one !== null);
  const [first, ...others] = asked;
  if (first === undefined) {
    const most = Math.max(total(usual.languages), total(usual.places));
    return unmeasured(
      'origin',
      `${most} of ${settings.minUsual} usual authors state a language or a place`,
    );
  }
  return evidenceOf(
    others.reduce((best, one) => (one.score > best.score ? one : best), first),
    usual,
  );
}

function evidenceOf(found: Comparison, { of }: UsualAuthors): Evidence {
  const { kind, accounts, usualAccounts, classes, excess, most } = found;
  return measured(
    'origin',
    Math.max(0, found.score - Math.log10(KINDS)),
    excess,
    Math.round(excess * accounts),
    { kind, accounts, usualAccounts, classes, usual: of, ...(most !== null && { most }) },
  );
}

function compare<Key extends string | number>(
  kind: Comparison['kind'],
  here: ReadonlyMap<Key, number>,
  usual: ReadonlyMap<Key, number>,
  { minStated, minUsual, minExpected }: OriginSettings,
): Comparison | null {
  const [accounts, usualAccounts] = [total(here), total(usual)];
  if (accounts < minStated || usualAccounts < minUsual) return null;
  return {
    ...{ kind, accounts, usualAccounts },
    ...compareShares(here, usual, minExpected),
    most: kind === 'language' ? mostInExcess(here, usual) : null,
  };
}

function mostInExcess<Key>(
  here: ReadonlyMap<Key, number>,
  usual: ReadonlyMap<Key, number>,
): string | null {
  const beyond = (key: Key, count: number) =>
    count / total(here) - (usual.get(key) ?? 0) / Math.max(1, total(usual));
  const ranked = [...here].map(([key, count]) => ({ key, excess: beyond(key, count) }));
  const [first] = ranked.sort((one, other) => other.excess - one.excess);
  return first === undefined || first.excess <= 0 ? null : String(first.key);
}

function countOf<Key>(keys: readonly (Key | null)[]): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
