import { type Evidence, measured, unmeasured } from '../model/evidence.ts';
import { binomialSurprise } from '../stats/binomial-surprise.ts';
import type { PostTable } from './post-table.ts';
import type { TextGroup } from './text-groups.ts';

export type NearDuplicateSettings = {
  /** Originals with enough words below which nothing is said. */
  readonly minOriginals: number;
  /** Share of authors that copy by themselves. */
  readonly usualCopying: number;
};

/**
 * How much of the original text is the same text? Reposts, quotations and headlines with their link
 * do not count: ordinary people pass those on.
 *
 * @param originals indices of comparable originals
 * @param groups of nearly equal texts among them
 * @returns `effect` is the share of comparable originals that are copies, 0 to 1
 */
export function measureNearDuplicate(
  table: PostTable,
  originals: ArrayLike<number>,
  groups: readonly TextGroup[],
  settings: NearDuplicateSettings,
): Evidence {
  if (originals.length < settings.minOriginals) {
    return unmeasured(
      'near-duplicate',
      `${originals.length} of ${settings.minOriginals} original texts of five words or more known`,
    );
  }
  const own = groups.filter((group) => !group.linked);
  const copies = own.flatMap((group) => group.posts);
  const authors = accountsOf(table, originals);
  const copying = accountsOf(table, copies);
  return measured(
    'near-duplicate',
    binomialSurprise(copying, authors, settings.usualCopying),
    copies.length / originals.length,
    copying,
    {
      originals: originals.length,
      copies: copies.length,
      texts: own.length,
      largest: Math.max(0, ...own.map((group) => group.posts.length)),
      authors,
      linkedCopies: groups.reduce((sum, one) => sum + (one.linked ? one.posts.length : 0), 0),
    },
  );
}

function accountsOf(table: PostTable, posts: ArrayLike<number>): number {
  return new Set(Array.from(posts, (at) => table.accountOf[at])).size;
}
