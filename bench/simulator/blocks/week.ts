import { parameter } from '../parameter.ts';
import { localHour, ZONES, type Zone } from './local-clock.ts';

/** Weekend rate over weekday rate. */
export const WEEKEND = parameter(0.9, 'E', 0.7, 1.1);

const FRIDAY_PRAYER = 0.7;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * How the day of the week changes a rate: weekend, and the Friday dip from 13 to 14 h where
 * there is one.
 *
 * @returns a factor around 1
 */
export function week(atMs: number, zone: Zone, weekend: number): number {
  const localMs = atMs + ZONES[zone] * HOUR_MS;
  const weekday = new Date(Math.floor(localMs / DAY_MS) * DAY_MS).getUTCDay();
  if (weekday === 0 || weekday === 6) return weekend;
  const dips = weekday === 5 && (zone === 'PK' || zone === 'SA');
  return dips && Math.floor(localHour(atMs, ZONES[zone])) === 13 ? FRIDAY_PRAYER : 1;
}
