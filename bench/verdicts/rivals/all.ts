import type { Post } from '../../../functions/model/post.ts';
import { chanceFrom } from '../../simulator/chance.ts';
import { medianYouth, youngShare } from './account-age.ts';
import { botShare } from './bot-score.ts';
import { coPostingShare } from './co-posting.ts';
import { copiedShare } from './copied-share.ts';

const coin = chanceFrom('rivals');

/** What each makes of the posts of a burst, in order of time; higher is more suspect. */
export const RIVALS: Readonly<Record<string, (posts: readonly Post[]) => number>> = {
  'account age: share under 90 days': youngShare,
  'account age: median, younger first': medianYouth,
  'exact co-posting within 60 s, once': (posts) => coPostingShare(posts, 1),
  'exact co-posting within 60 s, twice': (posts) => coPostingShare(posts, 2),
  'share of copied text': copiedShare,
  'bot-score stand-in': botShare,
  'null (never says anything)': () => 0,
  random: () => coin.uniform(),
};
