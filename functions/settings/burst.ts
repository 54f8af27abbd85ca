import type { BurstSettings } from '../signals/burst.ts';

/**
 * Thresholds of the volume detector for polls of five minutes, chosen on the ten `realTweets` series of the
 * Numenta benchmark and on simulated hashtags; docs/signals/burst.md tells how each number came about.
 */
export const BURST: BurstSettings = {
  season: 'hour',
  thresholds: {
    /** ln 288: once a day if polls were independent; 0.006 to 0.33 false alarms a tag-month in simulation. */
    notice: Math.log(288),
    /** 0.001 to 0.14 false alarms a tag-month in simulation. */
    alert: 9.1,
  },
  /** 6 hours. 12 hours score half a point better on the benchmark; users want the end of a burst sooner. */
  quietPolls: 72,
  raiseAgain: 1.5,
  evidence: 12,
  youngEvidence: 24,
  /** One day. */
  youngPolls: 288,
  multiple: 3,
  evidenceCap: 36,
  minExcess: 5,
  /** Below one half, so that unproven polls count as quiet. */
  unprovenShare: 0.4,
  shortPolls: 2,
  longPolls: 12,
  /** 7 days. */
  baselinePolls: 2016,
  /** 14 days. */
  tailPolls: 4032,
  /** 28 days of 12 polls in each hour. */
  seasonPolls: 336,
  /** 10 days. */
  seasonPrior: 120,
  minExpected: 0.02,
  clipDeviations: 5,
  unclippedPolls: 25,
};

/** The numbers above count polls of five minutes; a burst must end after six quiet hours at every interval. */
export function burstSettings(intervalMinutes: number): BurstSettings {
  const quietMinutes = BURST.quietPolls * 5;
  return { ...BURST, quietPolls: Math.max(1, Math.round(quietMinutes / intervalMinutes)) };
}
