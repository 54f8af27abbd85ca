import type { BilledToday } from './billed-today.ts';
import { X_PRICES } from './prices.ts';
import { readSearchPage, type SearchPage } from './search-page.ts';
import { secondOf } from './second-of.ts';
import type { Naming, XClient } from './x-client.ts';

export type SearchPorts = { readonly client: XClient; readonly billed: BilledToday };

export type PageAsked = {
  readonly query: string;
  /** Whole seconds. */
  readonly startMs: number;
  readonly endMs: number;
  /** Posts; a page holds 10 to 100. */
  readonly wanted: number;
  readonly nextToken?: string | undefined;
};

const LEAST_A_PAGE = 10;
export const MOST_A_PAGE = 100;

/** One page of a search, paid for by the post and the author. */
export async function searchPage(
  asked: PageAsked,
  nowMs: number,
  { client, billed }: SearchPorts,
): Promise<SearchPage> {
  const size = Math.min(MOST_A_PAGE, Math.max(LEAST_A_PAGE, asked.wanted));
  return client.ask(
    {
      path: '/2/tweets/search/recent',
      params: (naming) => paramsOf(asked, size, naming),
      allowance: 'search',
      most: size * (X_PRICES.post + X_PRICES.author),
      read(body) {
        const page = readSearchPage(body);
        return { value: page, cost: costOf(page, billed, nowMs) };
      },
    },
    nowMs,
  );
}

function paramsOf(asked: PageAsked, size: number, naming: Naming): Record<string, string> {
  return {
    query: asked.query,
    max_results: String(size),
    sort_order: 'recency',
    start_time: secondOf(asked.startMs),
    end_time: secondOf(asked.endMs),
    ...(asked.nextToken !== undefined && { next_token: asked.nextToken }),
    ...(naming === 'post'
      ? { 'post.fields': 'created_at,entities,lang,note_post' }
      : { 'tweet.fields': 'author_id,created_at,entities,lang,note_tweet,referenced_tweets' }),
    expansions: 'author_id',
    'user.fields': 'created_at,location,public_metrics,verified',
  };
}

/** An author comes with a post, and was charged for with it. */
function costOf({ posts, users, unread }: SearchPage, billed: BilledToday, nowMs: number): number {
  const unbilled = new Set(
    billed.unbilled(
      posts.map(({ id }) => id),
      nowMs,
    ),
  );
  const news = posts.filter(({ id }) => unbilled.has(id));
  const authors = new Set(news.map(({ author_id }) => author_id).filter((id) => users.has(id)));
  billed.note(unbilled, nowMs);
  const charged = { posts: unbilled.size + unread, authors: authors.size + unread };
  return charged.posts * X_PRICES.post + charged.authors * X_PRICES.author;
}
