import type { Chance } from '../chance.ts';
import { drawLogNormal } from '../draw/log-normal.ts';

/** Of an active account of X. @source radar.oreilly.com, December 2013 (second hand) */
const MEDIAN = 61;

/** Followers of an account. @param sd of the logarithm; 1.8 for accounts at large (our estimate) */
export function drawFollowers(chance: Chance, sd = 1.8): number {
  return Math.round(drawLogNormal(chance, MEDIAN, sd));
}
