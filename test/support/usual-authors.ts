import type { Post } from '../../functions/model/post.ts';
import type { UsualAuthors } from '../../functions/model/usual-authors.ts';
import { authorProfiles } from '../../functions/signals/author-profiles.ts';
import { authorTally, tallyAuthor } from '../../functions/signals/author-tally.ts';
import { tabulate } from '../../functions/signals/post-table.ts';

/** The authors of these posts, as somebody's usual ones. */
export function usualAuthorsOf(
  posts: readonly Post[],
  of: UsualAuthors['of'] = 'watch',
): UsualAuthors {
  const tally = authorTally();
  for (const profile of authorProfiles(tabulate(posts))) tallyAuthor(tally, profile);
  return { ...tally, of };
}
