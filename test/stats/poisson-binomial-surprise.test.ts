import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../functions/model/errors.ts';
import { binomialSurprise } from '../../functions/stats/binomial-surprise.ts';
import { poissonBinomialSurprise } from '../../functions/stats/poisson-binomial-surprise.ts';

const chance = fc.double({ min: 0, max: 1, noNaN: true });

describe('the surprise of trials that differ', () => {
  // Counted out by hand: 0.5 * 0.2 = 0.1 for both, 1 - 0.5 * 0.8 = 0.6 for any.
  it.each([
    [[0.5, 0.2], 2, 1],
    [[0.5, 0.2], 1, -Math.log10(0.6)],
    [[0.5, 0.2], 0, 0],
    [[], 0, 0],
    [[1, 1], 2, 0],
    [[0.5], 2, Number.POSITIVE_INFINITY],
    [[0, 0], 1, Number.POSITIVE_INFINITY],
  ])('of chances %j and a count of %d is %d', (chances, count, surprise) => {
    expect(poissonBinomialSurprise(chances, count)).toBeCloseTo(surprise, 12);
  });

  it('is the binomial one where they do not differ', () => {
    const one = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(20), one, (trials, count, same) => {
        const chances = new Array<number>(trials).fill(same);
        const wanted = binomialSurprise(count, trials, same);
        const found = poissonBinomialSurprise(chances, count);
        if (Number.isFinite(wanted)) expect(found).toBeCloseTo(wanted, 6);
        else expect(found).toBe(wanted);
      }),
    );
  });

  it('grows with the count, and with every chance that falls', () => {
    fc.assert(
      fc.property(
        fc.array(chance, { minLength: 1, maxLength: 12 }),
        fc.nat(12),
        (chances, count) => {
          const here = poissonBinomialSurprise(chances, count);
          expect(poissonBinomialSurprise(chances, count + 1)).toBeGreaterThanOrEqual(here - 1e-9);
          const rarer = chances.map((one) => one / 2);
          expect(poissonBinomialSurprise(rarer, count)).toBeGreaterThanOrEqual(here - 1e-9);
        },
      ),
    );
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses a chance of %d', (wrong) => {
    expect(() => poissonBinomialSurprise([wrong], 1)).toThrow(InputError);
  });
});
