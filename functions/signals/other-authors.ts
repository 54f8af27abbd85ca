import type { UsualAuthors } from '../model/usual-authors.ts';
import { type AuthorProfile, authorProfiles } from './author-profiles.ts';
import { authorTally, tallyAuthor } from './author-tally.ts';
import type { PostTable } from './post-table.ts';

/** The authors of an input that are none of the accounts named. */
export type OtherAuthors = (accounts: readonly string[]) => UsualAuthors;

/**
 * Takes all posts of one source in an input as the reference for each hashtag in it: who did not
 * post the hashtag is a usual author to it. Linear in posts, then in the accounts asked for.
 *
 * @param table every post of the source, of all hashtags
 */
export function otherAuthors(table: PostTable): OtherAuthors {
  const all = authorTally();
  const profileOf = new Map<string, AuthorProfile>();
  for (const profile of authorProfiles(table)) {
    profileOf.set(profile.account, profile);
    tallyAuthor(all, profile);
  }
  return (accounts) => {
    const others = authorTally(all);
    for (const account of new Set(accounts)) {
      const profile = profileOf.get(account);
      if (profile !== undefined) tallyAuthor(others, profile, -1);
    }
    return { ...others, of: 'input' };
  };
}
