import type { Chance } from '../chance.ts';
import { parameter } from '../parameter.ts';

/** Share of posts that a scheduling tool sends. */
export const SCHEDULED = parameter(0.03, 'E', 0, 0.1);

const HOUR_MS = 3_600_000;
const FIRST_MS = 10_000;

/** The time of a post, moved into the first ten seconds of its hour if a scheduling tool sent it. */
export function schedulerNoise(chance: Chance, atMs: number, share = SCHEDULED.value): number {
  if (chance.uniform() >= share) return atMs;
  return Math.floor(atMs / HOUR_MS) * HOUR_MS + chance.uniform() * FIRST_MS;
}
