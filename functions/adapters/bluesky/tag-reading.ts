import type { SourcePost } from '../../model/post.ts';
import type { Sealer } from '../../ports/sealer.ts';
import type { Span } from '../../ports/source.ts';
import { type SearchPage, searchPage } from './search-page.ts';
import type { BlueskySession } from './session.ts';
import { sourcePost } from './source-post.ts';

/** A hashtag's posts, read from a moment backwards as far as was needed so far. */
export type TagReading = {
  /** Normalised. */
  readonly hashtag: string;
  /** As it was written, for search. */
  readonly asked: string;
  /** The time of the question that this reading answers, epoch milliseconds. */
  readonly nowMs: number;
  /** Where it began, exclusive; undefined: at the newest. */
  readonly startMs: number | undefined;
  /** Each once, by id. */
  readonly posts: Map<string, SourcePost>;
  /** Every post from after this up to the start was read; infinite before the first page. */
  coveredMs: number;
  pages: number;
  /** Where to go on among posts of one moment, which times cannot tell apart. */
  cursor: string | undefined;
  /** Search goes no further back, although there is more. */
  stuck: boolean;
};

export function tagReading(
  { hashtag, display = hashtag, nowMs }: Pick<Span, 'hashtag' | 'display' | 'nowMs'>,
  startMs?: number,
): TagReading {
  return {
    hashtag,
    asked: display,
    nowMs,
    startMs,
    posts: new Map(),
    coveredMs: Number.POSITIVE_INFINITY,
    pages: 0,
    cursor: undefined,
    stuck: false,
  };
}

/** Posts at the end of a page that must all be older before we believe to be past a moment. */
const OLDER_POSTS = 3;

/**
 * Reads one page further back, but not before `fromMs`. Pages by time and not by cursor: a cursor
 * may count posts, and where posts vanish while one reads, others would slip through between two pages.
 *
 * @throws {SourceError}
 */
export async function readFurther(
  reading: TagReading,
  fromMs: number,
  session: BlueskySession,
  sealer: Sealer,
): Promise<void> {
  const { hashtag, asked, nowMs, cursor } = reading;
  const toMs = Number.isFinite(reading.coveredMs) ? reading.coveredMs + 1 : reading.startMs;
  const page = await searchPage({ asked, fromMs, toMs, cursor }, session, nowMs);
  const known = reading.posts.size;
  const found = page.posts.map((view) => sourcePost(view, hashtag, sealer));
  for (const post of found) reading.posts.set(post.id, post);
  reading.pages += 1;
  noteHowFar(reading, page, found, { fromMs, news: reading.posts.size - known });
}

function noteHowFar(
  reading: TagReading,
  { cursor }: SearchPage,
  found: readonly SourcePost[],
  { fromMs, news }: { readonly fromMs: number; readonly news: number },
): void {
  // A page may be empty because all of it is hidden from us: behind it there is more.
  const isEmpty = found.length === 0 && cursor === reading.cursor;
  if (isEmpty || !cursor) {
    reading.coveredMs = fromMs - 1;
    reading.cursor = undefined;
    return;
  }
  if (found.length === 0) {
    reading.cursor = cursor;
    return;
  }
  const endMs = Math.max(...found.slice(-OLDER_POSTS).map(({ createdMs }) => createdMs));
  if (endMs < reading.coveredMs) {
    reading.coveredMs = endMs;
    reading.cursor = undefined;
    return;
  }
  // No earlier than before: only the cursor leads on, and one that brings nothing new leads in a circle.
  reading.stuck = news === 0 && reading.cursor !== undefined;
  reading.cursor = cursor;
}
