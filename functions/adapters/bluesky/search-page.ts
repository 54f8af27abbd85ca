import * as z from 'zod';
import { mostly } from '../net/mostly.ts';
import { PostView } from './post-view.ts';
import { readAnswer } from './read-answer.ts';
import type { BlueskySession } from './session.ts';

const SearchPage = z.object({
  posts: mostly(PostView),
  /** Absent on the last page. */
  cursor: z.string().nullish(),
  /** May be rounded or cut off. */
  hitsTotal: z.int().nonnegative().nullish(),
});

export type SearchPage = z.infer<typeof SearchPage>;

/** The most that search gives in a page. */
const PAGE_POSTS = 100;

export type SearchAsk = {
  /** A hashtag as it was written, without `#`: search folds spellings in its own way. */
  readonly asked: string;
  readonly fromMs: number;
  /** Exclusive; undefined: to the newest. */
  readonly toMs?: number | undefined;
  readonly cursor?: string | undefined;
  /** @default 100 */
  readonly limit?: number;
};

/** One page of a hashtag's posts, newest first. @throws {SourceError} */
export async function searchPage(
  ask: SearchAsk,
  session: BlueskySession,
  nowMs: number,
): Promise<SearchPage> {
  const query = new URLSearchParams({
    // `q` must be there; as a hashtag it asks for the same as `tag`.
    q: `#${ask.asked}`,
    tag: ask.asked,
    sort: 'latest',
    limit: String(ask.limit ?? PAGE_POSTS),
    since: new Date(ask.fromMs).toISOString(),
  });
  if (ask.toMs !== undefined) query.set('until', new Date(ask.toMs).toISOString());
  if (ask.cursor !== undefined) query.set('cursor', ask.cursor);
  const answer = await session.get(`/xrpc/app.bsky.feed.searchPosts?${query}`, nowMs);
  return readAnswer(session.host(), answer, SearchPage);
}
