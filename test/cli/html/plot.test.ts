import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columns, countTicks } from '../../../cli/html/plot.ts';

it.each`
  top     | texts
  ${1}    | ${['0', '1']}
  ${3}    | ${['0', '1', '2', '3']}
  ${52}   | ${['0', '20', '40']}
  ${1424} | ${['0', '500', '1,000']}
`('counts up to $top in round steps', ({ top, texts }) => {
  expect(countTicks(top).map(({ text }) => text)).toEqual(texts);
});

it('counts upwards from nothing and no further than the top', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e7 }), (top) => {
      const ticks = countTicks(top);
      expect(ticks[0]?.at).toBe(0);
      expect(ticks.length).toBeLessThanOrEqual(4);
      expect(ticks.at(-1)?.at).toBeLessThanOrEqual(1);
    }),
  );
});

it('draws a column for what is there, however little, and none for nothing', () => {
  expect(columns([1, 0, 0.5, 0.001]).split('z').length - 1).toBe(3);
  expect(columns([0, 0])).toBe('');
});
