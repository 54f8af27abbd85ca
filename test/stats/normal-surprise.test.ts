import { describe, expect, it } from 'vitest';
import { normalSurprise } from '../../functions/stats/normal-surprise.ts';

describe('normalSurprise', () => {
  // Upper tails from printed tables (Abramowitz & Stegun, table 26.2).
  it.each`
    z            | tail
    ${0}         | ${0.5}
    ${1}         | ${0.15865525}
    ${-1}        | ${0.84134475}
    ${1.959964}  | ${0.025}
    ${3.7190165} | ${1e-4}
    ${6}         | ${9.8658765e-10}
  `('at $z', ({ z, tail }) => {
    expect(normalSurprise(z)).toBeCloseTo(-Math.log10(tail), 6);
  });

  it('is right where the tail is smaller than any number', () => {
    // Mills ratio: phi(z) / z * (1 - 1/z^2), z = 50.
    const logTail = -1250 - Math.log(50 * Math.sqrt(2 * Math.PI)) + Math.log1p(-1 / 2500);
    expect(normalSurprise(50)).toBeCloseTo(-logTail / Math.LN10, 4);
  });
});
