import { describe, expect, it } from 'vitest';
import { type Chance, chanceFrom } from '../../../bench/simulator/chance.ts';
import { drawBeta } from '../../../bench/simulator/draw/beta.ts';
import { drawExponential } from '../../../bench/simulator/draw/exponential.ts';
import { drawGamma } from '../../../bench/simulator/draw/gamma.ts';
import { drawNegativeBinomial } from '../../../bench/simulator/draw/negative-binomial.ts';
import { drawNormal } from '../../../bench/simulator/draw/normal.ts';
import { drawPoisson } from '../../../bench/simulator/draw/poisson.ts';

const MANY = 40_000;

/** Means and variances are those of the laws' definitions. */
const LAWS: readonly (readonly [string, (chance: Chance) => number, number, number])[] = [
  ['normal', drawNormal, 0, 1],
  ['exponential, mean 3', (chance) => drawExponential(chance, 3), 3, 9],
  ['gamma, shape 2.5, scale 2', (chance) => drawGamma(chance, 2.5, 2), 5, 10],
  ['gamma, shape 0.5, scale 2', (chance) => drawGamma(chance, 0.5, 2), 1, 2],
  ['beta, 1.1 and 1.6', (chance) => drawBeta(chance, 1.1, 1.6), 0.407, 0.0652],
  ['Poisson, mean 0.3', (chance) => drawPoisson(chance, 0.3), 0.3, 0.3],
  ['Poisson, mean 70', (chance) => drawPoisson(chance, 70), 70, 70],
  ['Poisson, mean 900', (chance) => drawPoisson(chance, 900), 900, 900],
  ['negative binomial, mean 5, size 3', (chance) => drawNegativeBinomial(chance, 5, 3), 5, 40 / 3],
];

describe.each(LAWS)('%s', (_, draw, mean, variance) => {
  const chance = chanceFrom(1);
  const values = Array.from({ length: MANY }, () => draw(chance));
  const found = values.reduce((sum, value) => sum + value, 0) / MANY;

  it('has its mean', () => {
    // Five standard errors.
    expect(Math.abs(found - mean)).toBeLessThan(5 * Math.sqrt(variance / MANY));
  });

  it('has its variance', () => {
    const spread = values.reduce((sum, value) => sum + (value - found) ** 2, 0) / MANY;

    expect(spread / variance).toBeGreaterThan(0.93);
    expect(spread / variance).toBeLessThan(1.07);
  });
});

describe('chanceFrom', () => {
  it('draws the same for the same seed, and otherwise not', () => {
    expect(chanceFrom(7).uniform()).toBe(chanceFrom(7).uniform());
    expect(chanceFrom(7).uniform()).not.toBe(chanceFrom(8).uniform());
  });

  it('gives a fork that does not depend on what was drawn before', () => {
    const used = chanceFrom(7);
    used.uniform();

    expect(used.fork('texts').uniform()).toBe(chanceFrom(7).fork('texts').uniform());
    expect(used.fork('texts').uniform()).not.toBe(used.fork('times').uniform());
  });
});
