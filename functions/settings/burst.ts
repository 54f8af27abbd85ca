import type { BurstSettings } from '../signals/burst.ts';

/**
 * Thresholds of the volume detector for polls of five minutes, chosen on five open `realTweets` series of the
 * Numenta benchmark and on simulated hashtags; docs/signals/burst.md tells how each number came about.
 */
export const BURST: BurstSettings = {
  season: 'hour',
  thresholds: {
    /** 0.00 to 0.05 false alarms a tag-month in simulation, 0.5 where the hashtag drifts. */
    notice: 4.8,
    /** 0.00 to 0.05 false alarms a tag-month in simulation, 0.1 where the hashtag drifts. */
    alert: 7.3,
  },
  /** 6 hours. 12 hours score half a point better on the benchmark; users want the end of a burst sooner. */
  quietPolls: 72,
  raiseAgain: 1.5,
  leastEvidence: 6,
  youngEvidence: 24,
  fullEvidence: 11.2,
  evidencePrice: 3.2,
  /** One day. */
  youngPolls: 288,
  multiple: 3.3,
  evidenceCap: 36,
  minExcess: 9,
  /** Below one half, so that unproven polls count as quiet. */
  unprovenShare: 0.4,
  shortPolls: 2.35,
  middlePolls: 8,
  longPolls: 42,
  /** 7 days. */
  baselinePolls: 2016,
  /** A little over an hour and a half. */
  recentPolls: 19,
  recentShare: 0.6,
  recentPrior: 16,
  recentMost: 10,
  /** 14 days. */
  tailPolls: 4032,
  /** 28 days of 12 polls in each hour. */
  seasonPolls: 336,
  seasonPrior: 87,
  /** A little over 8 days. */
  seasonMostPolls: 100,
  seasonDeviations: 1.5,
  minExpected: 0.02,
  clipDeviations: 4,
  unclippedPolls: 25,
};

/** The numbers above count polls of five minutes; a burst must end after six quiet hours at every interval. */
export function burstSettings(intervalMinutes: number): BurstSettings {
  const quietMinutes = BURST.quietPolls * 5;
  return { ...BURST, quietPolls: Math.max(1, Math.round(quietMinutes / intervalMinutes)) };
}
