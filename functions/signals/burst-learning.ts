import { forgetTail } from '../stats/exponential-tail.ts';
import { type Expectation, hourOf } from './burst-expectation.ts';
import type { Rates } from './burst-rates.ts';
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
  draft.levelPosts = draft.levelPosts * rates.baseline + learned;
  draft.levelPolls = draft.levelPolls * rates.baseline + 1;
  const hour = hourOf(startMs);
  if (settings.season === 'hour') learnHour(draft, hour, learned, rates.season);
  draft.last = { hour, learned, room: clip - learned };
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
  draft.levelPosts *= kept;
  draft.levelPolls *= kept;
  draft.excessVariance *= kept;
  draft.squaredMean *= kept;
  fadeKey(draft.short, rates.short ** intervals, rates.tail ** intervals);
  fadeKey(draft.long, rates.long ** intervals, rates.tail ** intervals);
  draft.last = { hour: -1, learned: 0, room: 0 };
  if (draft.levelPolls < 1) {
    draft.polls = 0;
    draft.evidence = 0;
  }
}

/** Adds posts of the newest interval that were seen late to the sums that are linear in them. */
export function correct(draft: Draft, extra: number, settings: BurstSettings): void {
  const { hour, learned, room } = draft.last;
  const more = Math.min(extra, room);
  const levelBefore = draft.levelPosts / draft.levelPolls;
  draft.short.posts += extra;
  draft.long.posts += extra;
  draft.posts += more;
  draft.levelPosts += more;
  if (settings.season === 'hour') {
    const levelNow = draft.levelPosts / draft.levelPolls;
    const change = relative(learned + more, levelNow) - relative(learned, levelBefore);
    draft.season[2 * hour] = Math.fround((draft.season[2 * hour] ?? 0) + change);
  }
  draft.last = { hour, learned: learned + more, room: room - more };
}

function clipAt(
  { polls }: Draft,
  { mean, dispersion }: Expectation,
  { clipDeviations, unclippedPolls }: BurstSettings,
): number {
  if (polls < unclippedPolls) return NO_CLIP;
  return mean + clipDeviations * Math.sqrt(mean + dispersion * mean * mean) + 1;
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
  const level = draft.levelPosts / draft.levelPolls;
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
}
