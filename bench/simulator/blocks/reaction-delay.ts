import type { Chance } from '../chance.ts';

/** Density in the first `FLAT_S` seconds, a second. */
const DENSITY = 6.27e-4;
const FLAT_S = 300;
const THETA = 0.2315;

const FLAT_SHARE = DENSITY * FLAT_S;

/**
 * Delay from a post to one that answers it, milliseconds: flat for five minutes, then a power
 * law. 19 % come within five minutes, half within 41.
 *
 * @param cutMs no delay is longer: the law's tail is so heavy that a quarter would come after a day
 * @source constants of the published code of SEISMIC, Zhao et al. (2015), KDD
 */
export function reactionDelayMs(chance: Chance, cutMs = Number.POSITIVE_INFINITY): number {
  const share = chance.uniform() * shareWithin(cutMs / 1000);
  if (share < FLAT_SHARE) return (share / DENSITY) * 1000;
  return FLAT_S * ((1 - share) / (1 - FLAT_SHARE)) ** (-1 / THETA) * 1000;
}

/** Share of answers that come within so many seconds. */
function shareWithin(seconds: number): number {
  if (seconds <= FLAT_S) return seconds * DENSITY;
  return 1 - (1 - FLAT_SHARE) * (seconds / FLAT_S) ** -THETA;
}
