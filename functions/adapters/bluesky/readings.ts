import type { Span } from '../../ports/source.ts';
import { type TagReading, tagReading } from './tag-reading.ts';

/** A batch of polls at most, of one to three readings each: they hold texts. */
const MOST_KEPT = 30;

/** A span that ends so near to now is read from the newest post on. */
const NEAR_MS = 3_600_000;

/**
 * What was read for a time of asking: counts and posts of one poll are read once. A span that ends
 * long before now is read from its own end, or from where an earlier question of the same time stopped.
 */
export function readings(): (span: Span) => TagReading {
  let kept: TagReading[] = [];
  return (span) => {
    const { hashtag, toMs, nowMs } = span;
    kept = kept.filter((reading) => reading.nowMs === nowMs);
    const known = kept.find((reading) => reading.hashtag === hashtag && reaches(reading, toMs));
    if (known !== undefined) return known;
    const reading = tagReading(span, toMs > nowMs - NEAR_MS ? undefined : toMs);
    kept = [...kept, reading].slice(-MOST_KEPT);
    return reading;
  };
}

/** Whether it holds or borders on what lies before `toMs`. */
function reaches({ startMs, coveredMs }: TagReading, toMs: number): boolean {
  const begins = startMs ?? Number.POSITIVE_INFINITY;
  return begins >= toMs && (coveredMs < toMs || !Number.isFinite(coveredMs));
}
