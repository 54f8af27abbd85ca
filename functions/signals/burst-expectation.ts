import type { BurstSettings } from './burst-settings.ts';
import { type Draft, SEASON_HOURS } from './burst-state.ts';

const HOUR_MS = 3_600_000;

/** Overdispersion lies between a Poisson count's and that of the wildest hashtag. */
const LEAST_DISPERSION = 1e-4;
const GREATEST_DISPERSION = 20;

/** Prior of the overdispersion: 0.5, as heavy as a squared mean of 4. */
const PRIOR_EXCESS = 2;
const PRIOR_SQUARE = 4;

/** Polls at half a post that the mean starts with. */
const PRIOR_POLLS = 0.5;

export type Expectation = {
  /** Posts a poll. */
  readonly mean: number;
  /** The variance is mean + dispersion · mean². */
  readonly dispersion: number;
  /** Factor of the time of day that `mean` holds. */
  readonly season: number;
};

/** What the past leads one to expect of a poll at this time, before it is looked at. */
export function expectationAt(draft: Draft, startMs: number, settings: BurstSettings): Expectation {
  const season = settings.season === 'flat' ? 1 : seasonAt(draft, startMs, settings);
  const prior = PRIOR_POLLS * Math.min(1, draft.levelPolls);
  const mean = (season * (draft.posts + prior)) / (draft.exposure + PRIOR_POLLS);
  const dispersion = (draft.excessVariance + PRIOR_EXCESS) / (draft.squaredMean + PRIOR_SQUARE);
  return {
    mean: Math.max(mean, settings.minExpected),
    dispersion: Math.min(Math.max(dispersion, LEAST_DISPERSION), GREATEST_DISPERSION),
    season,
  };
}

/** Hour of the day, UTC, 0 to 23; for times before 1970 too. */
export function hourOf(startMs: number): number {
  return wrap(Math.floor(startMs / HOUR_MS));
}

/** Season factors hold for the middle of their hour; between two middles it is a straight line. */
function seasonAt(draft: Draft, startMs: number, settings: BurstSettings): number {
  const hours = startMs / HOUR_MS - 0.5;
  const before = Math.floor(hours);
  const share = hours - before;
  return (
    (1 - share) * hourFactor(draft, wrap(before), settings) +
    share * hourFactor(draft, wrap(before + 1), settings)
  );
}

function hourFactor({ season }: Draft, hour: number, { seasonPrior }: BurstSettings): number {
  const relative = season[2 * hour] ?? 0;
  const polls = season[2 * hour + 1] ?? 0;
  return (relative + seasonPrior) / (polls + seasonPrior);
}

function wrap(hours: number): number {
  return ((hours % SEASON_HOURS) + SEASON_HOURS) % SEASON_HOURS;
}
