import { DETECTION } from '../../functions/settings/detection.ts';
import type { PostTable } from '../../functions/signals/post-table.ts';
import { type Detection, judgeTable } from '../../functions/steps/judge.ts';
import { millionPosts } from './million-posts.ts';
import { tablesByHashtag } from './million-tables.ts';

/** Whom the groups of one hot hashtag name: accounts. */
export type HotHashtag = {
  readonly posts: number;
  readonly groups: number;
  readonly organic: number;
  readonly organicNamed: number;
  readonly coordinated: number;
  readonly coordinatedNamed: number;
};

/** Judges a day of one hashtag, a fifth of it by campaigns (see `millionPosts`), and counts whom its groups name. */
export function hotHashtag(
  posts: number,
  seed: string,
  detection: Detection = DETECTION,
): HotHashtag {
  const [table] = tablesByHashtag(millionPosts({ posts, oneHashtag: true, seed }));
  if (table === undefined) throw new Error('a hot hashtag must have posts');
  const { groups } = judgeHot(table, detection);
  const named = new Set(groups.flatMap(({ accounts }) => accounts));
  const isCoordinated = (account: string) => account.startsWith('c');
  const coordinated = table.accounts.filter(isCoordinated).length;
  const coordinatedNamed = [...named].filter(isCoordinated).length;
  return {
    posts: table.size,
    groups: groups.length,
    organic: table.accounts.length - coordinated,
    organicNamed: named.size - coordinatedNamed,
    coordinated,
    coordinatedNamed,
  };
}

/** Judges a table as `turfwatch check` judges a hashtag with nothing before it. */
export function judgeHot(table: PostTable, detection: Detection = DETECTION) {
  const context = {
    nowMs: table.createdMs.at(-1) ?? 0,
    deletionWatched: false,
    deletionTimesKnown: false,
    earlier: null,
  };
  return judgeTable(table, context, detection);
}
