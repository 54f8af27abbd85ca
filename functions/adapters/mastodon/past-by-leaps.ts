import { SourceError } from '../../model/errors.ts';
import type { SourcePost } from '../../model/post.ts';
import type { BucketCount, PastCounts, Span } from '../../ports/source.ts';
import type { ApiClient } from './api-client.ts';
import { bucketCounts } from './bucket-counts.ts';
import { readFurther, tagReading } from './tag-reading.ts';
import { idAt } from './timed-ids.ts';

/** The shortest leap, unless a bucket is longer; a quiet hashtag is read in ever longer ones. */
const LEAST_LEAP_MS = 3_600_000;

/** Pages at the end of each leap: what lies before them is a gap. More only until a bucket is whole. */
const USUAL_PAGES = 2;
const MOST_PAGES = 10;

/** With fewer requests left in the period, the rest of the past is left for later: watches come first. */
const LEAVE_REQUESTS = 60;

/** Half a page. */
const FEW_POSTS = 20;

type Leap = {
  readonly counts: readonly BucketCount[];
  readonly pages: number;
  readonly posts: number;
  /** Whether all of it was read, not its end alone. */
  readonly whole: boolean;
};

/**
 * Reads a hashtag's past forwards in leaps, the end of each from its newest post backwards. Quiet
 * stretches are read whole in longer and longer leaps, a page each; of a busy hour what two pages
 * hold. So a hashtag of ten posts a day costs a dozen requests, and none costs more than some 340.
 *
 * @param span of a server whose ids are timed
 * @param maxPages after which the rest is left to the next question
 * @throws {SourceError} if not even the first leap could be read
 */
export async function pastByLeaps(
  span: Span,
  bucketMs: number,
  api: ApiClient,
  maxPages: number,
): Promise<PastCounts> {
  const counts: BucketCount[] = [];
  let [fromMs, pages, leapMs] = [span.fromMs, 0, leastLeap(bucketMs)];
  while (fromMs < span.toMs && pages < maxPages) {
    if (pages > 0 && (await api.remaining(span.nowMs)) < LEAVE_REQUESTS) break;
    const toMs = Math.min(span.toMs, fromMs + leapMs);
    const leap = await readLeap({ ...span, fromMs, toMs }, bucketMs, api, pages > 0);
    if (leap === undefined) break;
    counts.push(...leap.counts);
    pages += leap.pages;
    fromMs = toMs;
    leapMs = nextLeap(leapMs, leap, bucketMs);
  }
  return { counts, untilMs: fromMs, sampled: true };
}

function leastLeap(bucketMs: number): number {
  return Math.ceil(LEAST_LEAP_MS / bucketMs) * bucketMs;
}

/** Longer only where twice as long would still be a page: a night must not leap into the morning. */
function nextLeap(leapMs: number, { whole, posts }: Leap, bucketMs: number): number {
  if (!whole) return Math.max(leastLeap(bucketMs), Math.floor(leapMs / 2 / bucketMs) * bucketMs);
  return posts < FEW_POSTS ? 2 * leapMs : leapMs;
}

/** @param mayFail what was read before is worth keeping if the server stops answering here */
async function readLeap(
  span: Span,
  bucketMs: number,
  api: ApiClient,
  mayFail: boolean,
): Promise<Leap | undefined> {
  const reading = tagReading(span.hashtag, span.nowMs);
  reading.maxId = idAt(span.toMs);
  const counted = () => bucketCounts(reading.posts.values(), span, bucketMs, reading.coveredMs);
  const isDone = () => reading.pages >= (counted().length > 0 ? USUAL_PAGES : MOST_PAGES);
  try {
    while (reading.open && reading.coveredMs >= span.fromMs && !isDone())
      await readFurther(reading, api);
  } catch (error) {
    if (mayFail && error instanceof SourceError) return undefined;
    throw error;
  }
  return {
    counts: counted(),
    pages: reading.pages,
    posts: within(reading.posts.values(), span),
    whole: reading.coveredMs < span.fromMs,
  };
}

function within(posts: Iterable<SourcePost>, { fromMs, toMs }: Span): number {
  return [...posts].filter(({ createdMs }) => createdMs >= fromMs && createdMs < toMs).length;
}
