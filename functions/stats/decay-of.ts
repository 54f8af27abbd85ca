import { InputError } from '../model/errors.ts';

/**
 * The factor by which a decayed sum shrinks in one step.
 *
 * @param halfLife steps until a half is left, > 0
 * @returns in (0, 1)
 * @throws {InputError} if `halfLife` is not above 0
 * @example decayOf(1) // 0.5
 */
export function decayOf(halfLife: number): number {
  if (!(halfLife > 0)) throw new InputError('half-life must be above 0');
  return 2 ** (-1 / halfLife);
}
