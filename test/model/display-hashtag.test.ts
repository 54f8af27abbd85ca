import fc from 'fast-check';
import { expect, it } from 'vitest';
import { displayHashtag } from '../../functions/model/display-hashtag.ts';
import { normaliseHashtag } from '../../functions/model/hashtag.ts';

it.each([
  ['#Election2026', 'Election2026'],
  [' ＃IŞIK ', 'IŞIK'],
  ['#السعودية', 'السعودية'],
  ['#\u202bپاكستان\u202c', 'پاكستان'],
  ['#\u2764\ufe0f', '\u2764\ufe0f'],
  ['#ta\u2063\u180eg\u{e0041}', undefined],
  ['#🏴\u{e0067}\u{e0062}\u{e007f}', undefined],
  ['#می\u200cخواهم', undefined],
  ['#election', undefined],
  ['election', undefined],
])('%j is shown as %j', (typed, shown) => {
  expect(displayHashtag(typed)).toBe(shown);
});

it('is a spelling of the same hashtag, for what can be one', () => {
  const hashtag = fc
    .string({ unit: 'grapheme' })
    .filter((typed) => /^[#＃]?[\p{L}\p{M}\p{N}_]+$/u.test(typed));
  fc.assert(
    fc.property(hashtag, (typed) => {
      const display = displayHashtag(typed) ?? normaliseHashtag(typed);
      expect(normaliseHashtag(display)).toBe(normaliseHashtag(typed));
    }),
    { numRuns: 2000 },
  );
});
