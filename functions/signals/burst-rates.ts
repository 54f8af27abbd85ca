import { decayOf } from '../stats/decay-of.ts';
import type { BurstSettings } from './burst-settings.ts';

/** The settings' half-lives as factors a poll, so that a run of polls computes them once. */
export type Rates = {
  readonly short: number;
  readonly middle: number;
  readonly long: number;
  readonly baseline: number;
  readonly recent: number;
  readonly tail: number;
  readonly season: number;
};

export function ratesOf(settings: BurstSettings): Rates {
  return {
    short: decayOf(settings.shortPolls),
    middle: decayOf(settings.middlePolls),
    long: decayOf(settings.longPolls),
    baseline: decayOf(settings.baselinePolls),
    recent: decayOf(settings.recentPolls),
    tail: decayOf(settings.tailPolls),
    season: decayOf(settings.seasonPolls),
  };
}
