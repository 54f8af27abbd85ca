import { InputError } from '../model/errors.ts';

/**
 * How surprising `count` or more would be where each of some independent trials has a chance of its
 * own: -log10 of the upper tail of the Poisson binomial distribution, counted out exactly. Meant for
 * dozens of trials.
 *
 * @param chances each in [0, 1]
 * @returns >= 0; 0 for a count of 0; infinite for more than can be
 * @throws {InputError} if a chance is outside [0, 1]
 * @source Barlow and Heidtmann (1984), IEEE Trans. Reliability R-33(4), 322-323
 * @example poissonBinomialSurprise([0.5, 0.5], 2) // -log10 0.25 = 0.602
 */
export function poissonBinomialSurprise(chances: readonly number[], count: number): number {
  if (chances.some((chance) => !(chance >= 0 && chance <= 1)))
    throw new InputError('every chance must be between 0 and 1');
  if (count <= 0) return 0;
  /** Chance of exactly so many, `count` standing for all that are as many or more. */
  let exactly = [1, ...new Array<number>(count).fill(0)];
  for (const chance of chances) {
    exactly = exactly.map((here, many) => {
      const stays = many === count ? here : here * (1 - chance);
      return stays + (exactly[many - 1] ?? 0) * chance;
    });
  }
  return Math.max(0, -Math.log10(exactly[count] ?? 0));
}
