import type { PostReading, Span } from '../../ports/source.ts';
import { LAG_MS, RECENT_MS } from './capability.ts';
import { newestOf } from './newest-of.ts';
import { MOST_A_PAGE, type PageAsked, type SearchPorts, searchPage } from './search-ask.ts';
import { sourcePost } from './source-post.ts';

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

/** X takes whole seconds: of the last one a page or more may lie after the span. */
const MORE_PAGES = 4;

/**
 * Reads the span from its newest post backwards, `limit` posts at most. X knows nothing of the last
 * seconds yet: the next question reads them.
 *
 * @param limit at least 1
 */
export async function searchPosts(
  span: Span,
  limit: number,
  query: string,
  ports: SearchPorts,
): Promise<PostReading> {
  const fromMs = Math.max(span.fromMs, span.nowMs - RECENT_MS + MINUTE_MS);
  const asked: PageAsked = {
    query,
    startMs: Math.floor(fromMs / SECOND_MS) * SECOND_MS,
    endMs: Math.ceil(Math.min(span.toMs, span.nowMs - LAG_MS) / SECOND_MS) * SECOND_MS,
    wanted: limit,
  };
  if (asked.startMs >= asked.endMs) return { posts: [], fromMs: span.fromMs };
  const mostPages = Math.ceil(limit / MOST_A_PAGE) + MORE_PAGES;
  const reading = newestOf(span, limit);
  let nextToken: string | undefined;
  for (let pages = 0; pages < mostPages && reading.wanted() > 0; pages += 1) {
    const page = await searchPage(
      { ...asked, wanted: reading.wanted(), nextToken },
      span.nowMs,
      ports,
    );
    reading.add(
      page.posts.map((post) => sourcePost(post, page.users.get(post.author_id), span.hashtag)),
    );
    nextToken = page.nextToken;
    if (nextToken === undefined) return reading.whole();
  }
  return reading.part();
}
