import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleWords, short } from '../../dashboard/wording.ts';

describe('a measure to be read', () => {
  it.each([
    [0, '0'],
    [8.279383958867426e-45, '<0.001'],
    [0.000999, '<0.001'],
    [0.001, '0.001'],
    [-1e-12, '0'],
    [0.2512, '0.25'],
    [0.9996, '1'],
    [-0.195, '-0.2'],
    [6.42, '6.4'],
    [88.44, '88.4'],
    [104.78, '105'],
    [1000, '1,000'],
    [1512.96, '1,513'],
    [62, '62'],
  ])('%f is told as %s', (value, told) => {
    expect(short(value)).toBe(told);
  });

  it('stays short whatever was measured', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
        expect(short(value).length).toBeLessThanOrEqual('-1,000,000'.length);
      }),
    );
  });
});

describe('a sample', () => {
  it.each([
    [812, 2400, '812 of 2,400 posts counted were kept (34 %)'],
    [1, 900, '1 of 900 posts counted were kept (under 1 %)'],
    [0, 900, '0 of 900 posts counted were kept (0 %)'],
    [90, 100, null],
  ])('of %d of %d posts', (kept, counted, words) => {
    expect(sampleWords({ kept, counted })).toBe(words);
  });
});
