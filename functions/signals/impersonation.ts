import { type Evidence, measured, unmeasured } from '../model/evidence.ts';
import { NAME_CLASSES, type NameClass } from '../model/post.ts';
import type { UsualAuthors } from '../model/usual-authors.ts';
import { binomialSurprise } from '../stats/binomial-surprise.ts';
import type { AuthorProfile } from './author-profiles.ts';

type Imitation = Exclude<NameClass, 'plain'>;

export type ImpersonationSettings = {
  /** Accounts with names below which nothing is said, here and of usual authors. */
  readonly minNamed: number;
  readonly minUsual: number;
  /** Taken where the usual authors' names are not known, in (0, 1). */
  readonly statedShare: Readonly<Record<Imitation, number>>;
};

const IMITATIONS: readonly Imitation[] = ['newsroom', 'stock'];

/**
 * Do names imitate listed newsrooms or stock personas, more of them than usual? Shown, never
 * counted: small newsrooms and newcomers with the handle that sign-up proposed look alike.
 *
 * @returns `effect` is the share of accounts with such names, of the kind that stands out more
 */
export function measureImpersonation(
  profiles: readonly AuthorProfile[],
  usual: UsualAuthors | undefined,
  settings: ImpersonationSettings,
): Evidence {
  const named = { plain: 0, stock: 0, newsroom: 0 };
  for (const { names } of profiles) {
    const found = NAME_CLASSES[names - 1];
    if (found !== undefined) named[found] += 1;
  }
  const accounts = total(named);
  if (accounts < settings.minNamed) {
    return unmeasured('impersonation', `${accounts} of ${settings.minNamed} names known`);
  }
  const knows = usual !== undefined && total(usual.names) >= settings.minUsual;
  const shareOf = (kind: Imitation) =>
    knows ? (usual.names[kind] + 1) / (total(usual.names) + 2) : settings.statedShare[kind];
  const [best = 'newsroom'] = [...IMITATIONS].sort((one, other) => surprise(other) - surprise(one));
  function surprise(kind: Imitation): number {
    return binomialSurprise(named[kind], accounts, shareOf(kind));
  }
  return measured(
    'impersonation',
    Math.max(0, surprise(best) - Math.log10(IMITATIONS.length)),
    named[best] / accounts,
    named[best],
    {
      kind: best,
      accounts,
      newsroom: named.newsroom,
      stock: named.stock,
      usualPercent: 100 * shareOf(best),
      usual: knows ? usual.of : 'stated',
    },
  );
}

function total(names: Readonly<Record<NameClass, number>>): number {
  return names.plain + names.stock + names.newsroom;
}
