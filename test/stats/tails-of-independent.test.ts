import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tailsOfIndependent } from '../../functions/stats/tails-of-independent.ts';

describe('tailsOfIndependent', () => {
  it.each`
    chances            | tails
    ${[]}              | ${[1]}
    ${[0.5, 0.5]}      | ${[1, 0.75, 0.25]}
    ${[0.2, 0.3, 0.5]} | ${[1, 0.72, 0.25, 0.03]}
    ${[1, 0, 1]}       | ${[1, 1, 1, 0]}
  `('of $chances are $tails', ({ chances, tails }) => {
    // By hand: of .2, .3, .5 none happens in .8 * .7 * .5, all in .2 * .3 * .5.
    expect(tailsOfIndependent(chances)).toEqual(
      tails.map((tail: number) => expect.closeTo(tail, 12)),
    );
  });

  it('falls from one, whatever the chances and their order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (chances) => {
        const tails = tailsOfIndependent(chances);
        expect(tails[0]).toBeCloseTo(1, 9);
        for (const [at, tail] of tails.slice(1).entries()) {
          expect(tail).toBeLessThanOrEqual((tails[at] ?? 0) + 1e-12);
        }
        const turned = tailsOfIndependent(chances.toReversed());
        for (const [at, tail] of tails.entries()) expect(turned[at]).toBeCloseTo(tail, 9);
      }),
    );
  });
});
