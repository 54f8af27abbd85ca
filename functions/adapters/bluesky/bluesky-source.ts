import { InputError } from '../../model/errors.ts';
import type { SourcePost } from '../../model/post.ts';
import type { Source, Span } from '../../ports/source.ts';
import { netClient } from '../net/net-client.ts';
import { bucketCounts } from '../posts/bucket-counts.ts';
import { newestPosts } from '../posts/newest-posts.ts';
import { postsWithin } from '../posts/posts-within.ts';
import { turned } from '../posts/turned.ts';
import { authorDates } from './author-dates.ts';
import { type BlueskyOptions, netOptionsOf } from './bluesky-options.ts';
import { BLUESKY_CAPABILITY } from './capability.ts';
import { countHits } from './count-hits.ts';
import { findGone } from './find-gone.ts';
import { pastByLeaps } from './past-by-leaps.ts';
import { readings } from './readings.ts';
import { blueskySession } from './session.ts';
import { readFurther, type TagReading } from './tag-reading.ts';
import { readTrends } from './trends.ts';

export type { BlueskyOptions } from './bluesky-options.ts';

/**
 * Bluesky by its search, as an account of ours. What a question read is kept until the next is put
 * with another `nowMs`, so that counts and posts of one poll are read once.
 *
 * @throws {InputError} if a host is none
 */
export function blueskySource(options: BlueskyOptions): Source {
  const { sealer, directory = 'plc.directory', maxPages = 30 } = options;
  const { maxLookups = 1_000, maxAuthorDates = 150 } = options;
  const session = blueskySession(options);
  const dates = authorDates(directoryClient(directory, options), maxAuthorDates);
  const readingOf = readings();
  const further = (reading: TagReading, fromMs: number) =>
    readFurther(reading, fromMs, session, sealer);

  async function read(span: Span, done: (reading: TagReading) => boolean = () => false) {
    if (span.hashtag === '') throw new InputError('bluesky source requires a hashtag');
    const reading = readingOf(span);
    const most = reading.pages + maxPages;
    while (reading.coveredMs >= span.fromMs && !isAtItsEnd(reading, most) && !done(reading))
      await further(reading, span.fromMs);
    return reading;
  }

  return {
    capability: BLUESKY_CAPABILITY,

    async counts(span, bucketMs) {
      requireBucket(bucketMs);
      const reading = await read(span);
      const whole = bucketCounts(reading.posts.values(), span, bucketMs, reading.coveredMs);
      const hits = await countHits(span, bucketMs, whole, reading, session);
      return [...hits, ...whole];
    },

    async past(span, bucketMs) {
      requireBucket(bucketMs);
      return pastByLeaps(span, bucketMs, maxPages, further);
    },

    async posts(span, limit) {
      if (limit <= 0) return { posts: [], fromMs: span.toMs };
      const reading = await read(span, (one) => postsWithin(one, span).length >= limit);
      const found = newestPosts(postsWithin(reading, span), reading.coveredMs + 1, span, limit);
      return { ...found, posts: await dated(found.posts, span.nowMs) };
    },

    async missing(posts, _hashtag, nowMs) {
      const ids = posts.map(({ id }) => id);
      return findGone(turned(ids, nowMs, maxLookups), session, sealer, nowMs);
    },

    trending: (_place, nowMs) => readTrends(session, nowMs),
  };

  async function dated(posts: readonly SourcePost[], nowMs: number) {
    const known = await dates.of(
      posts.map(({ authorId }) => authorId),
      nowMs,
    );
    return posts.map((post) => ({ ...post, authorCreatedMs: known.get(post.authorId) ?? null }));
  }
}

function directoryClient(directory: string, options: BlueskyOptions) {
  return netClient(directory, { ...netOptionsOf(options), credential: `bluesky:${directory}` });
}

function requireBucket(bucketMs: number): void {
  if (!(bucketMs > 0)) throw new InputError('bluesky source requires a bucket longer than 0 ms');
}

function isAtItsEnd({ pages, stuck }: TagReading, mostPages: number): boolean {
  return stuck || pages >= mostPages;
}
