import { expect, it } from 'vitest';
import { InputError } from '../../functions/model/errors.ts';
import { decayOf } from '../../functions/stats/decay-of.ts';

it.each([1, 2, 12, 2016])('leaves one half after a half-life of %d steps', (halfLife) => {
  expect(decayOf(halfLife) ** halfLife).toBeCloseTo(0.5, 12);
});

it.each([0, -1, Number.NaN])('refuses a half-life of %d', (halfLife) => {
  expect(() => decayOf(halfLife)).toThrow(InputError);
});
