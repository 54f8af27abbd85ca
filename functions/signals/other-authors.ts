import type { UsualAuthors } from '../model/usual-authors.ts';
import { type AuthorProfile, authorProfiles } from './author-profiles.ts';
import { addCount, authorTally, tallyAuthor, tallyClasses } from './author-tally.ts';
import { newestOf } from './newest-of.ts';
import type { PostTable } from './post-table.ts';

/** The authors of an input that are none of the accounts named. */
export type OtherAuthors = (accounts: readonly string[]) => UsualAuthors;

/** Counts by day, language or place that are held at a time: each is as large as the input is wide. */
const MOST_HELD = 50;

type Counts<Key> = ReadonlyMap<Key, number>;
type Own = readonly AuthorProfile[];

/**
 * Takes all posts of one source in an input as the reference for each hashtag in it: who did not
 * post the hashtag is a usual author to it. Linear in posts, then in the accounts asked for; an
 * answer is small, and counts by day, language and place are made when they are read.
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
  const days = lessOwn(all.createdDays, ({ createdDay }) => createdDay);
  const languages = lessOwn(all.languages, ({ language }) => language);
  const places = lessOwn(all.places, ({ place }) => place || null);
  return (accounts) => {
    const own = [...new Set(accounts)].flatMap((account) => profileOf.get(account) ?? []);
    const classes = { accounts: all.accounts, ages: [...all.ages], names: { ...all.names } };
    for (const profile of own) tallyClasses(classes, profile, -1);
    return {
      of: 'input',
      ...classes,
      get createdDays() {
        return days(own);
      },
      get languages() {
        return languages(own);
      },
      get places() {
        return places(own);
      },
    };
  };
}

/** What is left of the counts without these accounts. */
function lessOwn<Key>(
  counts: Counts<Key>,
  keyOf: (profile: AuthorProfile) => Key | null,
): (own: Own) => Counts<Key> {
  return newestOf(MOST_HELD, (own) => {
    const left = new Map(counts);
    for (const key of own.map(keyOf)) if (key !== null) addCount(left, key, -1);
    return left;
  });
}
