import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundExpected } from '../../functions/model/round-expected.ts';

describe('roundExpected', () => {
  it.each`
    case                               | posts     | rounded
    ${'nothing'}                       | ${0}      | ${0}
    ${'one'}                           | ${1}      | ${1}
    ${'eight binary digits'}           | ${255}    | ${255}
    ${'nine, of which the last falls'} | ${257}    | ${258}
    ${'a thousand and some'}           | ${1234.5} | ${1232}
    ${'up to the next power of two'}   | ${511.9}  | ${512}
    ${'more than it can say'}          | ${1e300}  | ${255 * 2 ** 120}
  `('keeps of $case $rounded', ({ posts, rounded }) => {
    expect(roundExpected(posts)).toBe(rounded);
  });

  it('stays within 0.4 % and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-30, max: 1e30, noNaN: true }), (posts) => {
        const rounded = roundExpected(posts);
        expect(Math.abs(rounded - posts)).toBeLessThanOrEqual(posts * 0.004);
        expect(roundExpected(rounded)).toBe(rounded);
      }),
    );
  });
});
