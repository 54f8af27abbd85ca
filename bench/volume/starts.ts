import type { DetectorState } from '../../functions/model/baseline.ts';
import { BURST } from '../../functions/settings/burst.ts';
import { type CountedBucket, FRESH_DETECTOR, observeAll } from '../../functions/signals/burst.ts';
import { closePast } from '../../functions/signals/burst-past.ts';
import { POLLS_A_DAY, POLLS_AN_HOUR } from './hashtag-volume.ts';

/** A way in which a watch may begin. */
export type Start = {
  readonly name: string;
  /**
   * @param past counts of the five minutes before the watch began, oldest first
   * @param firstMs start of the first of them
   */
  state(past: readonly number[], firstMs: number): DetectorState;
};

type Buckets = (past: readonly number[], firstMs: number) => Iterable<CountedBucket>;

const POLL_MS = 300_000;

/** What the pages of one leap hold on Mastodon (past-by-leaps.ts), in posts. */
const POSTS_A_LEAP = 80;

function taught(name: string, buckets: Buckets): Start {
  return {
    name,
    state: (past, firstMs) =>
      closePast(observeAll(FRESH_DETECTOR, buckets(past, firstMs), BURST).state),
  };
}

export const STARTS: readonly Start[] = [
  { name: 'untaught', state: () => FRESH_DETECTOR },
  taught('seven days by five minutes', whole),
  taught('one day by five minutes', (past, firstMs) =>
    whole(past.slice(-POLLS_A_DAY), firstMs + (past.length - POLLS_A_DAY) * POLL_MS),
  ),
  taught('a sample of each hour, as on Mastodon', sampled),
  taught('hours, merged', (past, firstMs) => merged(past, firstMs, POLLS_AN_HOUR)),
  taught('days, merged', (past, firstMs) => merged(past, firstMs, POLLS_A_DAY)),
  taught('days, spread evenly', (past, firstMs) => spread(past, firstMs, () => 1)),
  taught('days, spread in the true course of a day', (past, firstMs) =>
    spread(past, firstMs, (poll) => 1 + 0.9 * Math.cos((2 * Math.PI * (poll - 216)) / POLLS_A_DAY)),
  ),
];

function whole(past: readonly number[], firstMs: number): readonly CountedBucket[] {
  return past.map((posts, poll) => ({ startMs: firstMs + poll * POLL_MS, posts }));
}

/** Of each hour the last buckets that two pages of posts hold; at least one, which may cost more pages. */
function sampled(past: readonly number[], firstMs: number): readonly CountedBucket[] {
  const buckets: (CountedBucket | undefined)[] = whole(past, firstMs).slice();
  for (let hour = 0; hour < buckets.length; hour += POLLS_AN_HOUR) {
    let posts = 0;
    for (let poll = hour + POLLS_AN_HOUR - 1; poll >= hour; poll -= 1) {
      posts += past[poll] ?? 0;
      if (posts > POSTS_A_LEAP && poll < hour + POLLS_AN_HOUR - 1) buckets[poll] = undefined;
    }
  }
  return buckets.filter((bucket) => bucket !== undefined);
}

function merged(past: readonly number[], firstMs: number, intervals: number): CountedBucket[] {
  return sums(past, intervals).map((posts, index) => ({
    startMs: firstMs + ((index + 1) * intervals - 1) * POLL_MS,
    posts,
    intervals,
  }));
}

function spread(
  past: readonly number[],
  firstMs: number,
  weight: (poll: number) => number,
): readonly CountedBucket[] {
  const weights = Array.from({ length: POLLS_A_DAY }, (_, poll) => weight(poll));
  const all = weights.reduce((sum, one) => sum + one, 0);
  const even = sums(past, POLLS_A_DAY).flatMap((posts) =>
    weights.map((one) => (posts * one) / all),
  );
  return whole(even, firstMs);
}

function sums(past: readonly number[], of: number): readonly number[] {
  return Array.from({ length: Math.floor(past.length / of) }, (_, index) =>
    past.slice(index * of, (index + 1) * of).reduce((sum, one) => sum + one, 0),
  );
}
