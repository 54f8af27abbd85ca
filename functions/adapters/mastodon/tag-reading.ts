import type { SourcePost } from '../../model/post.ts';
import type { Span } from '../../ports/source.ts';
import { parseJson } from '../net/parse-json.ts';
import type { ApiClient } from './api-client.ts';
import { nextPage } from './next-page.ts';
import { refusal } from './refusal.ts';
import { sourcePost } from './source-post.ts';
import { readStatusPage, type Status } from './status-page.ts';

/** A hashtag's timeline on one server, read backwards as far as was needed so far. */
export type TagReading = {
  readonly hashtag: string;
  /** How the server is asked for it: it folds spellings in its own way. */
  readonly asked: string;
  /** The time of the question that this reading answers, epoch milliseconds. */
  readonly nowMs: number;
  /** It began before the newest post: of those made at or after this it may hold none. Infinite otherwise. */
  readonly beganMs: number;
  /** Each once, by id. */
  readonly posts: Map<string, SourcePost>;
  /** Where each post stands in the federation, by id: the same on every server. */
  readonly addresses: Map<string, string>;
  /**
   * Every post that was made after this, before `beganMs`, and that the server knows, has been read;
   * epoch milliseconds, infinite before the first page, minus infinite once all was read.
   */
  coveredMs: number;
  pages: number;
  /** Where the next page begins; undefined before the first and after the last. */
  maxId: string | undefined;
  /** Whether there is a further page. */
  open: boolean;
  /** Going on from here reads everything again that was made at `coveredMs` or before. */
  resumeId: string | undefined;
  /** Where the page began whose end is `maxId`. */
  pageId: string | undefined;
  /** An id after which nothing came, of a server that may have deleted it in the meantime. */
  doubtedId: string | undefined;
  /** Whether the next page is found even where the post that ended the last was deleted. */
  keepsPlace: boolean;
};

/** Where a reading begins that does not begin with the newest post. */
type Start = Pick<TagReading, 'maxId' | 'beganMs' | 'keepsPlace'>;

const NEWEST: Start = {
  maxId: undefined,
  beganMs: Number.POSITIVE_INFINITY,
  keepsPlace: false,
};

export function tagReading(
  { hashtag, display = hashtag, nowMs }: Pick<Span, 'hashtag' | 'display' | 'nowMs'>,
  start: Start = NEWEST,
): TagReading {
  return {
    hashtag,
    asked: display,
    nowMs,
    ...start,
    posts: new Map(),
    addresses: new Map(),
    coveredMs: Number.POSITIVE_INFINITY,
    pages: 0,
    open: true,
    resumeId: undefined,
    pageId: undefined,
    doubtedId: undefined,
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
  const statuses = readStatusPage(api.host, parseJson(api, answer));
  const known = reading.posts.size;
  const page = statuses.map((status) => note(reading, status, api.host));
  reading.pages += 1;

  const link = answer.headers.get('link');
  reading.keepsPlace ||= link !== null;
  if (reading.doubtedId !== undefined) settleDoubt(reading, page);
  else if (page.length === 0 && mayHaveLostItsPlace(reading)) doubt(reading);
  // A page that only repeats what was read does not go back: such a server cannot be paged further.
  else if (page.length > 0 && reading.posts.size === known) reading.open = false;
  else turnPage(reading, page, link);
}

function note(reading: TagReading, status: Status, host: string): SourcePost {
  const post = sourcePost(status, reading.hashtag);
  reading.posts.set(post.id, post);
  reading.addresses.set(post.id, status.uri || `https://${host}/${post.id}`);
  return post;
}

function turnPage(reading: TagReading, page: readonly SourcePost[], link: string | null): void {
  const next = nextPage(
    link,
    page.map(({ id }) => id),
  );
  if (page.length > 0) {
    reading.coveredMs = endOf(page);
    reading.resumeId = idBefore(page, reading.coveredMs) ?? reading.maxId;
  }
  reading.pageId = reading.maxId;
  reading.maxId = next;
  if (next === undefined) finish(reading);
}

function finish(reading: TagReading): void {
  reading.maxId = undefined;
  reading.open = false;
  reading.coveredMs = Number.NEGATIVE_INFINITY;
}

/** snac2 finds the next page by the post that ended the last: once that is deleted it gives nothing. */
function mayHaveLostItsPlace({ keepsPlace, maxId }: TagReading): boolean {
  return !keepsPlace && maxId !== undefined;
}

/** Reads the last page again: if it still ends with the same post, there was nothing after it. */
function doubt(reading: TagReading): void {
  reading.doubtedId = reading.maxId;
  reading.maxId = reading.pageId;
}

function settleDoubt(reading: TagReading, page: readonly SourcePost[]): void {
  const lastId = page.at(-1)?.id;
  const wasEnd = lastId === reading.doubtedId;
  const isEmpty = lastId === undefined && reading.maxId === undefined;
  reading.doubtedId = undefined;
  if (wasEnd || isEmpty) finish(reading);
  else if (lastId === undefined) reading.open = false;
  else reading.maxId = lastId;
}

function pathOf({ asked, maxId }: TagReading): string {
  const query = new URLSearchParams({ limit: String(PAGE_POSTS) });
  if (maxId !== undefined) query.set('max_id', maxId);
  return `/api/v1/timelines/tag/${encodeURIComponent(asked)}?${query}`;
}

function endOf(page: readonly SourcePost[]): number {
  return Math.max(...page.slice(-OLDER_POSTS).map(({ createdMs }) => createdMs));
}

/** The post after which only such follow as were made by then. */
function idBefore(page: readonly SourcePost[], ms: number): string | undefined {
  return page.findLast(({ createdMs }) => createdMs > ms)?.id;
}
