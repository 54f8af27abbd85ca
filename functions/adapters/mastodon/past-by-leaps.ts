import { SourceError } from '../../model/errors.ts';
import type { BucketCount, PastCounts, Span } from '../../ports/source.ts';
import { bucketCounts } from '../posts/bucket-counts.ts';
import { postsWithin } from '../posts/posts-within.ts';
import type { ApiClient } from './api-client.ts';
import { readFurther, type TagReading, tagReading } from './tag-reading.ts';
import { idAt } from './timed-ids.ts';
import { type TimelineView, unite } from './timeline-view.ts';

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

/** A server of which the past is read. */
export type Leaper = {
  readonly api: ApiClient;
  readonly viewOf: (reading: TagReading) => TimelineView;
  /** Its reading from the newest post, where that reaches back over the whole past: no leap is needed. */
  readonly whole?: TimelineView;
};

/**
 * Reads a hashtag's past forwards in leaps, the end of each from its newest post backwards. Quiet
 * stretches are read whole in longer and longer leaps, a page each; of a busy hour what two pages
 * hold. So a hashtag of ten posts a day costs a dozen requests, and none costs more than some 340.
 * Of several servers each is read so, and counted where all were read.
 *
 * @param span of servers whose ids are timed
 * @param maxPages of a server, after which the rest is left to the next question
 * @throws {SourceError} if not even the first leap could be read
 */
export async function pastByLeaps(
  span: Span,
  bucketMs: number,
  servers: readonly Leaper[],
  maxPages: number,
): Promise<PastCounts> {
  const counts: BucketCount[] = [];
  let [fromMs, pages, leapMs] = [span.fromMs, 0, leastLeap(bucketMs)];
  while (fromMs < span.toMs && pages < maxPages) {
    if (pages > 0 && (await nearlySpent(servers, span.nowMs))) break;
    const toMs = Math.min(span.toMs, fromMs + leapMs);
    const leap = await readLeap({ ...span, fromMs, toMs }, bucketMs, servers, pages > 0);
    if (leap === undefined) break;
    counts.push(...leap.counts);
    pages += leap.pages;
    fromMs = toMs;
    leapMs = nextLeap(leapMs, leap, bucketMs);
  }
  return { counts, untilMs: fromMs, sampled: true };
}

async function nearlySpent(servers: readonly Leaper[], nowMs: number): Promise<boolean> {
  const left = await Promise.all(servers.map(({ api }) => api.remaining(nowMs)));
  return left.some((requests) => requests < LEAVE_REQUESTS);
}

function leastLeap(bucketMs: number): number {
  return Math.ceil(LEAST_LEAP_MS / bucketMs) * bucketMs;
}

/** Longer only where twice as long would still be a page: a night must not leap into the morning. */
function nextLeap(leapMs: number, { whole, posts }: Leap, bucketMs: number): number {
  if (!whole) return Math.max(leastLeap(bucketMs), Math.floor(leapMs / 2 / bucketMs) * bucketMs);
  return posts < FEW_POSTS ? 2 * leapMs : leapMs;
}

/** @param mayFail what was read before is worth keeping if a server stops answering here */
async function readLeap(
  span: Span,
  bucketMs: number,
  servers: readonly Leaper[],
  mayFail: boolean,
): Promise<Leap | undefined> {
  try {
    const read = await Promise.all(servers.map((server) => leapOf(server, span, bucketMs)));
    const view = unite(read.map(({ view }, index) => viewAt(servers[index], view)));
    return {
      counts: bucketCounts(view.posts.values(), span, bucketMs, view.coveredMs),
      pages: Math.max(...read.map(({ pages }) => pages)),
      posts: postsWithin(view, span).length,
      whole: view.coveredMs < span.fromMs,
    };
  } catch (error) {
    if (mayFail && error instanceof SourceError) return undefined;
    throw error;
  }
}

function viewAt(server: Leaper | undefined, answer: TimelineView) {
  return { host: server?.api.host ?? '', answer };
}

async function leapOf(
  { api, viewOf, whole }: Leaper,
  span: Span,
  bucketMs: number,
): Promise<{ readonly view: TimelineView; readonly pages: number }> {
  if (whole !== undefined) return { view: whole, pages: 0 };
  const start = { maxId: idAt(span.toMs), beganMs: span.toMs, keepsPlace: true };
  const reading = tagReading(span, start);
  const counted = () => bucketCounts(reading.posts.values(), span, bucketMs, reading.coveredMs);
  const isDone = () => reading.pages >= (counted().length > 0 ? USUAL_PAGES : MOST_PAGES);
  while (reading.open && reading.coveredMs >= span.fromMs && !isDone())
    await readFurther(reading, api);
  return { view: viewOf(reading), pages: reading.pages };
}
