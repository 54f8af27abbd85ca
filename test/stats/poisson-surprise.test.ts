import { describe, expect, it } from 'vitest';
import { InputError } from '../../functions/model/errors.ts';
import { poissonSurprise } from '../../functions/stats/poisson-surprise.ts';

describe('poissonSurprise', () => {
  // 1 - e^-m (1 + m + m^2/2 + …), by hand.
  it.each`
    count | mean   | tail
    ${0}  | ${3}   | ${1}
    ${1}  | ${1}   | ${1 - Math.exp(-1)}
    ${3}  | ${1}   | ${1 - 2.5 * Math.exp(-1)}
    ${2}  | ${0.1} | ${1 - 1.1 * Math.exp(-0.1)}
    ${2}  | ${5}   | ${1 - 6 * Math.exp(-5)}
  `('of $count where $mean are expected', ({ count, mean, tail }) => {
    expect(poissonSurprise(count, mean)).toBeCloseTo(-Math.log10(tail), 8);
  });

  it('stays finite where the tail is smaller than any number', () => {
    // log10(500!) = 1134.0864; the first term is e^-1 / 500!.
    expect(poissonSurprise(500, 1)).toBeCloseTo(1134.0864 + Math.LOG10E - 0.00087, 3);
  });

  it('knows what cannot be', () => {
    expect(poissonSurprise(1, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(() => poissonSurprise(1, -1)).toThrow(new InputError('mean must be 0 or more'));
  });
});
