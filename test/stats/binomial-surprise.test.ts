import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../functions/model/errors.ts';
import { binomialSurprise } from '../../functions/stats/binomial-surprise.ts';

describe('binomialSurprise', () => {
  // Sums of binomial coefficients over 2^10, by hand.
  it.each`
    successes | trials | chance | tail
    ${0}      | ${10}  | ${0.5} | ${1}
    ${1}      | ${10}  | ${0.5} | ${1023 / 1024}
    ${5}      | ${10}  | ${0.5} | ${638 / 1024}
    ${7}      | ${10}  | ${0.5} | ${176 / 1024}
    ${10}     | ${10}  | ${0.5} | ${1 / 1024}
    ${2}      | ${3}   | ${0.1} | ${0.028}
  `('of $successes in $trials at $chance', ({ successes, trials, chance, tail }) => {
    expect(binomialSurprise(successes, trials, chance)).toBeCloseTo(-Math.log10(tail), 10);
  });

  it('stays finite where the tail is smaller than any number', () => {
    // One term decides: 1000 log10(1/0.03).
    expect(binomialSurprise(1000, 1000, 0.03)).toBeCloseTo(1522.8787, 3);
  });

  it('is the sum of the terms, whatever the numbers', () => {
    const args = fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.02, max: 0.98, noNaN: true }))
      .chain(([trials, chance]) =>
        fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials), fc.constant(chance)),
      );
    fc.assert(
      fc.property(args, ([successes, trials, chance]) => {
        const surprise = binomialSurprise(successes, trials, chance);
        expect(surprise).toBeCloseTo(-Math.log10(tailByHand(successes, trials, chance)), 6);
      }),
    );
  });

  it('asks for a chance between 0 and 1', () => {
    expect(() => binomialSurprise(1, 2, 0)).toThrow(
      new InputError('chance must be between 0 and 1'),
    );
    expect(() => binomialSurprise(1, 2, Number.NaN)).toThrow(InputError);
  });

  it('calls more successes than trials impossible', () => {
    expect(binomialSurprise(3, 2, 0.5)).toBe(Number.POSITIVE_INFINITY);
  });
});

/** Pascal's rule, one trial at a time. */
function tailByHand(successes: number, trials: number, chance: number): number {
  let row = [1];
  for (let trial = 0; trial < trials; trial++) {
    row = Array.from(
      { length: trial + 2 },
      (_, count) => (row[count] ?? 0) * (1 - chance) + (row[count - 1] ?? 0) * chance,
    );
  }
  return row.slice(successes).reduce((sum, one) => sum + one, 0);
}
