import { expect, it } from 'vitest';
import { logGamma } from '../../functions/stats/log-gamma.ts';

it.each`
  x      | gamma
  ${1}   | ${1}
  ${5}   | ${24}
  ${0.5} | ${Math.sqrt(Math.PI)}
  ${11}  | ${3628800}
`('logGamma of $x', ({ x, gamma }) => {
  expect(logGamma(x)).toBeCloseTo(Math.log(gamma), 12);
});

it('follows x! = x (x - 1)! far out', () => {
  expect(logGamma(70_001) - logGamma(70_000)).toBeCloseTo(Math.log(70_000), 8);
});
