import { SourceError } from '../../model/errors.ts';
import type { PastCounts, Span } from '../../ports/source.ts';
import { bucketCounts } from '../posts/bucket-counts.ts';
import { type TagReading, tagReading } from './tag-reading.ts';

/** The shortest leap, unless a bucket is longer; a quiet hashtag is read in ever longer ones. */
const LEAST_LEAP_MS = 3_600_000;

/** Pages at the end of each leap: what lies before them is a gap. */
const LEAP_PAGES = 2;

/** Half a page: a leap twice as long would still be one. */
const FEW_POSTS = 50;

/**
 * Reads a hashtag's past forwards in leaps, the end of each from its newest post backwards: quiet
 * stretches whole, a page each, of a busy hour what two pages hold.
 *
 * @param further reads one page further back, not before a moment
 * @throws {SourceError} if not even the first leap could be read
 */
export async function pastByLeaps(
  span: Span,
  bucketMs: number,
  maxPages: number,
  further: (reading: TagReading, fromMs: number) => Promise<void>,
): Promise<PastCounts> {
  const counts = [];
  const leastMs = Math.ceil(LEAST_LEAP_MS / bucketMs) * bucketMs;
  let [fromMs, pages, leapMs] = [span.fromMs, 0, leastMs];
  while (fromMs < span.toMs && pages < maxPages) {
    const leap = { ...span, fromMs, toMs: Math.min(span.toMs, fromMs + leapMs) };
    const reading = await readLeap(leap, further, pages > 0);
    if (reading === undefined) break;
    counts.push(...bucketCounts(reading.posts.values(), leap, bucketMs, reading.coveredMs));
    pages += reading.pages;
    fromMs = leap.toMs;
    const isWhole = reading.coveredMs < leap.fromMs;
    if (!isWhole) leapMs = leastMs;
    else if (reading.posts.size < FEW_POSTS) leapMs *= 2;
  }
  return { counts, untilMs: fromMs, sampled: true };
}

/** @param mayFail what was read before is worth keeping if the network stops answering here */
async function readLeap(
  span: Span,
  further: (reading: TagReading, fromMs: number) => Promise<void>,
  mayFail: boolean,
): Promise<TagReading | undefined> {
  const reading = tagReading(span, span.toMs);
  try {
    while (reading.coveredMs >= span.fromMs && !reading.stuck && reading.pages < LEAP_PAGES)
      await further(reading, span.fromMs);
    return reading;
  } catch (error) {
    if (mayFail && error instanceof SourceError) return undefined;
    throw error;
  }
}
