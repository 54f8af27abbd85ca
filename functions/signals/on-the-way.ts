import type { Observation } from './burst.ts';
import type { BurstSettings } from './burst-settings.ts';

/**
 * Whether a bucket that raised no alarm looks on the way to one: it stands at the multiple that the
 * detector tests for and by as many posts as an alarm requires, or scores a share of what one takes.
 *
 * Of attacks that stand out, nine in ten look so a bucket before they raise an alarm; of quiet
 * buckets one in 80 does at the worst (docs/adr/0020-burst-mode.md). A young baseline cannot tell.
 *
 * @param share of the score of a notice that is enough, 0 to 1
 */
export function isOnTheWay(
  { posts, expected, score, young, inBurst }: Observation,
  { multiple, minExcess, thresholds }: BurstSettings,
  share: number,
): boolean {
  if (young || inBurst) return false;
  const stands = posts >= multiple * expected && posts - expected >= minExcess;
  return stands || score >= share * thresholds.notice;
}
