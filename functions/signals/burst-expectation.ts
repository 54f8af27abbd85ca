import type { BurstSettings } from './burst-settings.ts';
import { type Draft, SEASON_HOURS } from './burst-state.ts';

const HOUR_MS = 3_600_000;

/** Overdispersion lies between a Poisson count's and that of the wildest hashtag. */
const LEAST_DISPERSION = 1e-4;
const GREATEST_DISPERSION = 20;

/** Prior of the overdispersion: 0.5, as heavy as a squared mean of 4. */
const PRIOR_EXCESS = 2;
const PRIOR_SQUARE = 4;

/** Below this usual level, posts a poll, a season's prior is the heaviest anyhow. */
const LEAST_LEVEL = 0.01;

/** Polls at half a post that the mean starts with. */
const PRIOR_POLLS = 0.5;

export type Expectation = {
  /** Posts a poll, as the hours and days before had it. */
  readonly mean: number;
  /** The same, raised where the last hours were busier: a hashtag that drifts upward is no burst. */
  readonly recent: number;
  /** The variance is mean + dispersion · mean². */
  readonly dispersion: number;
  /** Factor of the time of day that `mean` holds. */
  readonly season: number;
};

/** What the past leads one to expect of a poll at this time, before it is looked at. */
export function expectationAt(draft: Draft, startMs: number, settings: BurstSettings): Expectation {
  const dispersion = dispersionOf(draft);
  const season = settings.season === 'flat' ? 1 : seasonAt(draft, startMs, dispersion, settings);
  const prior = PRIOR_POLLS * Math.min(1, draft.levelPolls);
  const mean = Math.max(
    (season * (draft.posts + prior)) / (draft.exposure + PRIOR_POLLS),
    settings.minExpected,
  );
  return {
    mean,
    recent: mean * recentFactor(draft, mean, dispersion, settings),
    dispersion,
    season,
  };
}

function dispersionOf({ excessVariance, squaredMean }: Draft): number {
  const dispersion = (excessVariance + PRIOR_EXCESS) / (squaredMean + PRIOR_SQUARE);
  return Math.min(Math.max(dispersion, LEAST_DISPERSION), GREATEST_DISPERSION);
}

/** How much busier the last hours were than expected; never below 1. */
function recentFactor(
  { recentPosts, recentExpected }: Draft,
  mean: number,
  dispersion: number,
  { recentPrior, recentShare, recentMost }: BurstSettings,
): number {
  const prior = recentPrior * (1 + dispersion * mean);
  const ratio = (recentPosts + prior) / (recentExpected + prior);
  return Math.min(Math.max(ratio, 1), recentMost) ** recentShare;
}

/** Hour of the day, UTC, 0 to 23; for times before 1970 too. */
export function hourOf(startMs: number): number {
  return wrap(Math.floor(startMs / HOUR_MS));
}

/** Season factors hold for the middle of their hour; between two middles it is a straight line. */
function seasonAt(
  draft: Draft,
  startMs: number,
  dispersion: number,
  settings: BurstSettings,
): number {
  const prior = seasonPriorPolls(draft, dispersion, settings);
  const hours = startMs / HOUR_MS - 0.5;
  const before = Math.floor(hours);
  const share = hours - before;
  return (
    (1 - share) * hourFactor(draft, wrap(before), prior) +
    share * hourFactor(draft, wrap(before + 1), prior)
  );
}

function hourFactor({ season }: Draft, hour: number, prior: number): number {
  const relative = season[2 * hour] ?? 0;
  const polls = season[2 * hour + 1] ?? 0;
  return (relative + prior) / (polls + prior);
}

/**
 * The prior in polls: a poll of m posts tells as much of its hour as m / (1 + dispersion · m)
 * independent posts do, so a busy hashtag learns its day sooner than a quiet one.
 */
function seasonPriorPolls(
  { posts, levelPolls }: Draft,
  dispersion: number,
  { seasonPrior, seasonMostPolls }: BurstSettings,
): number {
  const level = Math.max((posts + PRIOR_POLLS) / (levelPolls + PRIOR_POLLS), LEAST_LEVEL);
  return Math.min((seasonPrior * (1 + dispersion * level)) / level, seasonMostPolls);
}

function wrap(hours: number): number {
  return ((hours % SEASON_HOURS) + SEASON_HOURS) % SEASON_HOURS;
}
