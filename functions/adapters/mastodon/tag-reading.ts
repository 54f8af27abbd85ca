import type { SourcePost } from '../../model/post.ts';
import { parseJson } from '../net/parse-json.ts';
import type { ApiClient } from './api-client.ts';
import { nextPage } from './next-page.ts';
import { refusal } from './refusal.ts';
import { sourcePost } from './source-post.ts';
import { readStatusPage } from './status-page.ts';

/** A hashtag's timeline, read from its newest post backwards as far as was needed so far. */
export type TagReading = {
  readonly hashtag: string;
  /** The time of the question that this reading answers, epoch milliseconds. */
  readonly nowMs: number;
  /** Each once, by id. */
  readonly posts: Map<string, SourcePost>;
  /**
   * Every post that was made after this, and that the server knows, has been read; epoch
   * milliseconds, infinite before the first page, minus infinite once all was read.
   */
  coveredMs: number;
  pages: number;
  /** Where the next page begins; undefined before the first and after the last. */
  maxId: string | undefined;
  /** Whether there is a further page. */
  open: boolean;
};

export function tagReading(hashtag: string, nowMs: number): TagReading {
  return {
    hashtag,
    nowMs,
    posts: new Map(),
    coveredMs: Number.POSITIVE_INFINITY,
    pages: 0,
    maxId: undefined,
    open: true,
  };
}

/** The most that a Mastodon server gives in a page. */
const PAGE_POSTS = 40;

/**
 * Posts at the end of a page that must all be older before we believe to be past a moment:
 * servers order by arrival or id, and a post of a far clock may stand out of order.
 */
const OLDER_POSTS = 3;

/** Reads one page further back. @throws {SourceError} */
export async function readFurther(reading: TagReading, api: ApiClient): Promise<void> {
  const answer = await api.get(pathOf(reading), reading.nowMs);
  if (answer.status !== 200) throw refusal(api, answer);
  const page = readStatusPage(api.host, parseJson(api, answer)).map((status) =>
    sourcePost(status, reading.hashtag),
  );

  const known = reading.posts.size;
  for (const post of page) reading.posts.set(post.id, post);
  reading.pages += 1;
  reading.maxId = nextPage(
    answer.headers.get('link'),
    page.map(({ id }) => id),
  );
  // A page that only repeats what was read does not go back: such a server cannot be paged further.
  const repeats = page.length > 0 && reading.posts.size === known;
  reading.open = !repeats && reading.maxId !== undefined;
  if (repeats) return;
  if (!reading.open) reading.coveredMs = Number.NEGATIVE_INFINITY;
  else if (page.length > 0) reading.coveredMs = endOf(page);
}

function pathOf({ hashtag, maxId }: TagReading): string {
  const query = new URLSearchParams({ limit: String(PAGE_POSTS) });
  if (maxId !== undefined) query.set('max_id', maxId);
  return `/api/v1/timelines/tag/${encodeURIComponent(hashtag)}?${query}`;
}

function endOf(page: readonly SourcePost[]): number {
  return Math.max(...page.slice(-OLDER_POSTS).map(({ createdMs }) => createdMs));
}
