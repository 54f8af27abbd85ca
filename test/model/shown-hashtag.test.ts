import { expect, it } from 'vitest';
import { shownHashtag } from '../../functions/model/shown-hashtag.ts';

it.each([
  [{ hashtag: 'harbour' }, '#harbour'],
  [{ hashtag: 'élan', display: 'Élan' }, '#Élan'],
  [{ hashtag: 'بندرگاه', display: 'بندرگاہ' }, '\u2068#بندرگاہ\u2069'],
  [{ hashtag: 'שלום' }, '\u2068#שלום\u2069'],
  // Names that an earlier release kept may hold what turns a line about.
  [{ hashtag: 'a\u202egat\u0007' }, '#agat'],
])('%j stays within its own bounds', (named, shown) => {
  expect(shownHashtag(named)).toBe(shown);
});
