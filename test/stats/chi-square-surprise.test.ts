import { describe, expect, it } from 'vitest';
import { InputError } from '../../functions/model/errors.ts';
import { chiSquareSurprise } from '../../functions/stats/chi-square-surprise.ts';

describe('chiSquareSurprise', () => {
  // Abramowitz & Stegun (1964), table 26.8; with 2 degrees of freedom the tail is exp(-x / 2).
  it.each([
    [3.841459, 1, 0.05],
    [10.827566, 1, 0.001],
    [16.918978, 9, 0.05],
    [2.558212, 10, 0.99],
    [140.169489, 100, 0.005],
    [2, 2, Math.exp(-1)],
  ])('a value of %d with %d degrees of freedom has a tail of %d', (value, freedom, tail) => {
    expect(chiSquareSurprise(value, freedom)).toBeCloseTo(-Math.log10(tail), 5);
  });

  it('is right where the tail underflows', () => {
    expect(chiSquareSurprise(10_000, 2)).toBeCloseTo(5000 / Math.LN10, 8);
  });

  it('takes nothing for no surprise', () => {
    expect(chiSquareSurprise(0, 3)).toBe(0);
    expect(() => chiSquareSurprise(1, 0)).toThrow(InputError);
  });
});
