import type { UsualAuthors } from '../model/usual-authors.ts';
import type { Watch } from '../model/watch.ts';
import type { AuthorStore } from '../ports/author-store.ts';

/** A watch that knows fewer is compared with its whole source. */
const MIN_ACCOUNTS = 100;

/** The usual authors of a watch; of its source while the watch knows few; undefined where neither does. */
export async function usualAuthors(
  { watchId, source }: Pick<Watch, 'watchId' | 'source'>,
  authors: Pick<AuthorStore, 'load'>,
): Promise<UsualAuthors | undefined> {
  const own = await authors.load(watchId);
  if (own !== undefined && own.accounts >= MIN_ACCOUNTS) return { ...own, of: 'watch' };
  const all = await authors.load(source);
  return all !== undefined && all.accounts >= MIN_ACCOUNTS ? { ...all, of: 'source' } : undefined;
}
