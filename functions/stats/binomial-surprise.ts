import { InputError } from '../model/errors.ts';
import { logGamma } from './log-gamma.ts';
import { surpriseOfSum } from './surprise-of-sum.ts';

/**
 * How surprising `successes` or more would be among `trials` independent ones: -log10 of the
 * binomial upper tail. 4 is once in ten thousand.
 *
 * @param chance of one success, in (0, 1)
 * @returns >= 0; 0 for no successes; finite where the tail itself underflows
 * @throws {InputError} if `chance` is outside (0, 1)
 * @example binomialSurprise(5, 10, 0.5) // -log10 0.623046875 = 0.20548
 */
export function binomialSurprise(successes: number, trials: number, chance: number): number {
  if (!(chance > 0 && chance < 1)) throw new InputError('chance must be between 0 and 1');
  if (successes <= 0) return 0;
  if (successes > trials) return Number.POSITIVE_INFINITY;
  const odds = chance / (1 - chance);
  if (successes > trials * chance) {
    return surpriseOfSum(
      logBinomial(successes, trials, chance),
      (step) => ((trials - successes - step + 1) / (successes + step)) * odds,
    );
  }
  const top = successes - 1;
  const below = surpriseOfSum(
    logBinomial(top, trials, chance),
    (step) => (top - step + 1) / ((trials - top + step) * odds),
  );
  return -Math.log1p(-(10 ** -below)) / Math.LN10;
}

/** Natural logarithm of the chance of exactly `successes`. */
function logBinomial(successes: number, trials: number, chance: number): number {
  return (
    logGamma(trials + 1) -
    logGamma(successes + 1) -
    logGamma(trials - successes + 1) +
    successes * Math.log(chance) +
    (trials - successes) * Math.log1p(-chance)
  );
}
