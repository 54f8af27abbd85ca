import fc from 'fast-check';
import { expect, it } from 'vitest';
import { labelled, roomFor, wrapped } from '../../cli/check-wrap.ts';

it('takes the width of the terminal, within what can be read', () => {
  expect([undefined, 20, 72, 300].map((columns) => roomFor(columns).width)).toEqual([
    100, 40, 72, 100,
  ]);
});

it('hangs the lines of a mark or a name below each other', () => {
  const room = { width: 40 };

  expect(wrapped('four accounts that act at the same moment', room, '· ')).toEqual([
    '  · four accounts that act at the same',
    '    moment',
  ]);
  expect(labelled('Groups', '20 accounts with 120 posts', room)).toEqual([
    '  Groups        20 accounts with 120',
    '                posts',
  ]);
});

it('keeps every word, in lines no longer than the room', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 });
  fc.assert(
    fc.property(words, fc.integer({ min: 40, max: 100 }), (some, width) => {
      const lines = wrapped(some.join(' '), { width });
      expect(lines.map((line) => line.trim()).join(' ')).toBe(some.join(' '));
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    }),
  );
});
