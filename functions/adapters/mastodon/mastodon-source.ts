import { InputError } from '../../model/errors.ts';
import type { SourcePost } from '../../model/post.ts';
import type { Source, Span } from '../../ports/source.ts';
import { type ApiOptions, apiClient } from './api-client.ts';
import { bucketCounts } from './bucket-counts.ts';
import { MASTODON_CAPABILITY } from './capability.ts';
import { confirmGone } from './confirm-gone.ts';
import { pastByLeaps } from './past-by-leaps.ts';
import { readFurther, type TagReading, tagReading } from './tag-reading.ts';
import { haveTimedIds } from './timed-ids.ts';
import { timelineAccess } from './timeline-access.ts';

export type MastodonOptions = ApiOptions & {
  /** Pages of 40 posts read for one question at most. @default 25, a twelfth of a server's usual limit */
  readonly maxPages?: number;
  /** Posts looked for one by one in a deletion check at most. @default 40 */
  readonly maxConfirmations?: number;
};

const MINUTE_MS = 60_000;

/**
 * One Mastodon server, or one that speaks its API, read through the timelines of hashtags. What a
 * question read is kept until the next is put with another `nowMs`, so that counts, posts and the
 * deletion check of one poll page the timeline once.
 *
 * @param server host or host:port
 * @throws {InputError} if `server` is neither
 */
export function mastodonSource(server: string, options: MastodonOptions = {}): Source {
  const { maxPages = 25, maxConfirmations = 40 } = options;
  const api = apiClient(server, options);
  const requireAccess = timelineAccess(api);
  const readingOf = readings();

  async function read(hashtag: string, nowMs: number, done: (reading: TagReading) => boolean) {
    if (hashtag === '') throw new InputError('mastodon source requires a hashtag');
    await requireAccess(nowMs);
    const reading = readingOf(hashtag, nowMs);
    while (reading.open && reading.pages < maxPages && !done(reading))
      await readFurther(reading, api);
    return reading;
  }

  return {
    capability: MASTODON_CAPABILITY,

    async counts(span, bucketMs) {
      if (!(bucketMs > 0)) throw new InputError('counts require a bucket longer than 0 ms');
      const reading = await read(
        span.hashtag,
        span.nowMs,
        ({ coveredMs }) => coveredMs < span.fromMs,
      );
      return bucketCounts(reading.posts.values(), span, bucketMs, reading.coveredMs);
    },

    async past(span, bucketMs) {
      if (!(bucketMs > 0)) throw new InputError('past requires a bucket longer than 0 ms');
      const newest = await read(span.hashtag, span.nowMs, ({ pages }) => pages > 0);
      const reachesBack = newest.coveredMs < span.fromMs;
      if (!reachesBack && haveTimedIds([...newest.posts.values()]))
        return pastByLeaps(span, bucketMs, api, maxPages);
      const reading = await read(
        span.hashtag,
        span.nowMs,
        ({ coveredMs }) => coveredMs < span.fromMs,
      );
      const counts = bucketCounts(reading.posts.values(), span, bucketMs, reading.coveredMs);
      return { counts, untilMs: span.toMs };
    },

    async posts(span, limit) {
      if (limit <= 0) return { posts: [], fromMs: span.toMs };
      const reading = await read(
        span.hashtag,
        span.nowMs,
        ({ coveredMs, posts }) => coveredMs < span.fromMs || within(posts, span).length >= limit,
      );
      // Some servers know only the second: posts of the same moment keep the timeline's order.
      const all = within(reading.posts, span)
        .reverse()
        .sort((a, b) => a.createdMs - b.createdMs);
      const readMs = Math.min(span.toMs, Math.max(span.fromMs, reading.coveredMs + 1));
      if (all.length <= limit) return { posts: all, fromMs: readMs };
      const posts = all.slice(-limit);
      return { posts, fromMs: Math.max(readMs, (posts[0]?.createdMs ?? 0) + 1) };
    },

    async missing(posts, hashtag, nowMs) {
      if (posts.length === 0) return new Set();
      const oldestMs = posts.reduce((least, post) => Math.min(least, post.createdMs), nowMs);
      const reading = await read(hashtag, nowMs, ({ coveredMs }) => coveredMs < oldestMs);
      const absent = posts.filter((post) => isAbsent(post, reading)).map(({ id }) => id);
      const asked = turned(absent, nowMs, maxConfirmations).slice(0, maxConfirmations);
      const { gone, closed } = await confirmGone(asked, api, nowMs);
      return closed ? goneBetweenNeighbours(posts, reading) : gone;
    },
  };
}

/** One reading a hashtag, until the time of the question changes. */
function readings(): (hashtag: string, nowMs: number) => TagReading {
  const kept = new Map<string, TagReading>();
  return (hashtag, nowMs) => {
    for (const [other, reading] of kept) if (reading.nowMs !== nowMs) kept.delete(other);
    const reading = kept.get(hashtag) ?? tagReading(hashtag, nowMs);
    kept.set(hashtag, reading);
    return reading;
  };
}

function within(posts: ReadonlyMap<string, SourcePost>, { fromMs, toMs }: Span): SourcePost[] {
  return [...posts.values()].filter(({ createdMs }) => createdMs >= fromMs && createdMs < toMs);
}

type AskedPost = { readonly id: string; readonly createdMs: number };

function isAbsent(post: AskedPost, reading: TagReading): boolean {
  return !reading.posts.has(post.id) && post.createdMs > reading.coveredMs;
}

/**
 * Of more posts than can be asked for, another part each minute: posts that a moderator hid from
 * timelines still stand, and must not keep us from the others.
 */
function turned(ids: readonly string[], nowMs: number, part: number): readonly string[] {
  if (ids.length <= part) return ids;
  const from = (Math.floor(nowMs / MINUTE_MS) * part) % ids.length;
  return [...ids.slice(from), ...ids.slice(0, from)];
}

/** Where no single post may be read: absent from the timeline although an older post stands in it. */
function goneBetweenNeighbours(
  posts: readonly AskedPost[],
  reading: TagReading,
): ReadonlySet<string> {
  const standing = [...reading.posts.values()].map(({ createdMs }) => createdMs);
  const oldestMs = standing.reduce((least, ms) => Math.min(least, ms), Number.POSITIVE_INFINITY);
  const absent = posts.filter((post) => isAbsent(post, reading) && post.createdMs > oldestMs);
  return new Set(absent.map(({ id }) => id));
}
