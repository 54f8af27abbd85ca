import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNear } from '../../functions/signals/is-near.ts';

describe('isNear', () => {
  it.each([
    ['reuters', 'reuters', true],
    ['reuters', 'reuter', true],
    ['reuters', 'rreuters', true],
    ['reuters', 'reiters', true],
    ['reuters', 'retuers', true],
    ['reuters', 'reutesr', true],
    ['reuters', 'reute', false],
    ['reuters', 'reitars', false],
    ['reuters', 'routers', true],
    ['reuters', 'setuers', false],
    ['', 'a', true],
    ['', 'ab', false],
    ['aa', 'aaa', true],
  ])('%s, %s: %s', (one, other, near) => {
    expect(isNear(one, other)).toBe(near);
    expect(isNear(other, one)).toBe(near);
  });

  it('takes any word with one letter put in for near', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (word, at) => {
        const place = at % (word.length + 1);
        expect(isNear(word, `${word.slice(0, place)}x${word.slice(place)}`)).toBe(true);
      }),
    );
  });
});
