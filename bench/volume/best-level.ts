import type { Tally } from './tally.ts';
import { POWER_BURSTS } from './trials.ts';

/**
 * The level of a rival that sees most among those with no more false alarms than is allowed; the strictest of
 * all where none has so few.
 */
export function bestLevel(tallies: readonly Tally[], allowed: number): Tally | undefined {
  const fit = tallies.filter(({ whole }) => whole.alarms <= allowed);
  if (fit.length === 0) return tallies.at(-1);
  return fit.reduce((best, one) => (seenBy(one) > seenBy(best) ? one : best));
}

function seenBy({ trials }: Tally): number {
  return POWER_BURSTS.reduce((sum, name) => sum + (trials[name]?.seen ?? 0), 0);
}
