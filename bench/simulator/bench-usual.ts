import type { UsualAuthors } from '../../functions/model/usual-authors.ts';
import { authorProfiles } from '../../functions/signals/author-profiles.ts';
import { authorTally, tallyAuthor } from '../../functions/signals/author-tally.ts';
import { tabulate } from '../../functions/signals/post-table.ts';
import { O1 } from './scenarios/o1.ts';
import { sealed } from './sealed.ts';
import { simulate } from './simulate.ts';

const POSTS = 600;
const WEEK_MS = 7 * 86_400_000;

/** By seed and moment: every scenario meets the same. */
const KNOWN = new Map<string, UsualAuthors>();

/** Who wrote under the hashtag in the week before, while nothing happened there. */
export function usualAuthors(seed: number, eventMs: number): UsualAuthors {
  const key = `${seed} ${eventMs}`;
  const usual = KNOWN.get(key) ?? drawnAuthors(seed, eventMs);
  KNOWN.set(key, usual);
  return usual;
}

function drawnAuthors(seed: number, eventMs: number): UsualAuthors {
  const input = { seed, hashtag: 'week before', startMs: eventMs - WEEK_MS, posts: POSTS };
  const { posts } = simulate(O1, input);
  const tally = authorTally();
  for (const profile of authorProfiles(tabulate(sealed(withoutTexts(posts))))) {
    tallyAuthor(tally, profile);
  }
  return { ...tally, of: 'watch' };
}

/** What only who took part is asked of. */
export function withoutTexts<P extends object>(posts: readonly P[]) {
  return posts.map((post) => ({ ...post, text: null }));
}
