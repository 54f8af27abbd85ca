import { forgetTail } from '../stats/exponential-tail.ts';
import { type Expectation, hourOf } from './burst-expectation.ts';
import type { Rates } from './burst-rates.ts';
import { keepSingle } from './burst-score.ts';
import type { BurstSettings } from './burst-settings.ts';
import type { Draft, KeyDraft } from './burst-state.ts';

/** Stands for no clipping; JSON has no infinity. */
const NO_CLIP = Number.MAX_VALUE;

/** Teaches the baseline one interval. What stands far above expectation is clipped, so a burst does not become usual. */
export function learn(
  draft: Draft,
  startMs: number,
  posts: number,
  expectation: Expectation,
  rates: Rates,
  settings: BurstSettings,
): void {
  const clip = clipAt(draft, expectation, settings);
  const learned = Math.min(posts, clip);
  learnDispersion(draft, learned, expectation, rates);
  draft.posts = draft.posts * rates.baseline + learned;
  draft.exposure = draft.exposure * rates.baseline + expectation.season;
  draft.levelPolls = draft.levelPolls * rates.baseline + 1;
  draft.recentPosts = draft.recentPosts * rates.recent + learned;
  draft.recentExpected = draft.recentExpected * rates.recent + expectation.mean;
  if (settings.season === 'hour') {
    const typical = Math.min(learned, upTo(settings.seasonDeviations, expectation, 'recent'));
    learnHour(draft, hourOf(startMs), typical, rates.season);
  }
  draft.room = clip - learned;
  draft.polls += 1;
}

/**
 * Lets everything fade by a gap of so many intervals. Nothing is tested; the quiet counters hold.
 * A past of which less than a poll is left expects nothing of anything: the baseline begins anew.
 */
export function fade(draft: Draft, intervals: number, rates: Rates): void {
  const kept = rates.baseline ** intervals;
  draft.posts *= kept;
  draft.exposure *= kept;
  draft.levelPolls *= kept;
  draft.recentPosts *= rates.recent ** intervals;
  draft.recentExpected *= rates.recent ** intervals;
  draft.excessVariance *= kept;
  draft.squaredMean *= kept;
  fadeKey(draft.short, rates.short ** intervals, rates.tail ** intervals);
  fadeKey(draft.middle, rates.middle ** intervals, rates.tail ** intervals);
  fadeKey(draft.long, rates.long ** intervals, rates.tail ** intervals);
  draft.room = -1;
  if (draft.levelPolls < 1) {
    draft.polls = 0;
    draft.evidence = 0;
  }
}

/** Adds posts of the newest interval that were seen late to the sums of posts. */
export function correct(draft: Draft, extra: number): void {
  const more = Math.min(extra, draft.room);
  draft.short.posts += extra;
  draft.middle.posts += extra;
  draft.long.posts += extra;
  draft.posts += more;
  draft.recentPosts += more;
  draft.room -= more;
}

function clipAt(
  { polls }: Draft,
  expectation: Expectation,
  { clipDeviations, unclippedPolls }: BurstSettings,
): number {
  return polls < unclippedPolls ? NO_CLIP : upTo(clipDeviations, expectation, 'mean');
}

/** So many deviations above what was expected, and one post. */
function upTo(deviations: number, expectation: Expectation, of: 'mean' | 'recent'): number {
  const mean = expectation[of];
  return mean + deviations * Math.sqrt(mean + expectation.dispersion * mean * mean) + 1;
}

/** Squared deviations weigh less the larger the mean, so that busy hours do not drown quiet ones. */
function learnDispersion(
  draft: Draft,
  learned: number,
  { mean }: Expectation,
  { baseline }: Rates,
): void {
  const error = learned - mean;
  const weight = (1 + mean) ** -2;
  draft.squaredMean = draft.squaredMean * baseline + mean * mean * weight;
  draft.excessVariance = Math.max(
    draft.excessVariance * baseline + (error * error - mean) * weight,
    -draft.squaredMean,
  );
}

/** Kept in single precision, so that four bytes store it without loss. */
function learnHour(draft: Draft, hour: number, learned: number, decay: number): void {
  const level = draft.posts / draft.levelPolls;
  const at = 2 * hour;
  draft.season[at] = Math.fround((draft.season[at] ?? 0) * decay + relative(learned, level));
  draft.season[at + 1] = Math.fround((draft.season[at + 1] ?? 0) * decay + 1);
}

/** A count relative to the usual level; where nothing was ever seen, an hour is like any other. */
function relative(learned: number, level: number): number {
  return level > 0 ? learned / level : 1;
}

function fadeKey(key: KeyDraft, kept: number, tailKept: number): void {
  key.posts *= kept;
  key.polls *= kept;
  forgetTail(key.tail, tailKept);
  keepSingle(key.tail);
}
