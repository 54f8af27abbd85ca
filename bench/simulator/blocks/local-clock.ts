import { parameter } from '../parameter.ts';

/** Hours ahead of UTC; none of these places has summer time. */
export const ZONES = { PK: 5, IN: 5.5, TR: 3, KE: 3, SA: 3, ID: 7 } as const;
export type Zone = keyof typeof ZONES;

/** Lowest over highest rate of a day. @source four open sets, SIMULATOR.md 2 */
export const TROUGH = parameter(0.08, 'M', 0.02, 0.24);

const HOUR_MS = 3_600_000;
const EVENING = { hour: 22, halfWidth: 7, weight: 1 };
/** It ends where the evening is highest: the day's peak stays at 22 h. */
const MIDDAY = { hour: 14, halfWidth: 8, weight: 0.4 };

/**
 * How busy an audience is at an hour of its day: two cosine humps with peaks at 22 h and 14 h,
 * lowest at 05 h.
 *
 * @returns in [trough, 1]
 */
export function localClock(atMs: number, zoneHours: number, trough: number): number {
  const hour = localHour(atMs, zoneHours);
  return trough + (1 - trough) * humps(hour);
}

/** Hour of the local day, in [0, 24). */
export function localHour(atMs: number, zoneHours: number): number {
  const hour = (atMs / HOUR_MS + zoneHours) % 24;
  return hour < 0 ? hour + 24 : hour;
}

function humps(hour: number): number {
  return [EVENING, MIDDAY].reduce((sum, { hour: peak, halfWidth, weight }) => {
    const apart = Math.min(Math.abs(hour - peak), 24 - Math.abs(hour - peak));
    if (apart >= halfWidth) return sum;
    return sum + (weight * (1 + Math.cos((Math.PI * apart) / halfWidth))) / 2;
  }, 0);
}
