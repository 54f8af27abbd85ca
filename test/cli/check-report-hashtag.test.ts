import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shownHashtag, shownName } from '../../cli/check-report-hashtag.ts';

it.each`
  hashtag          | shown
  ${'harvest'}     | ${'#harvest'}
  ${'élan'}        | ${'#élan'}
  ${'انتخابات'}    | ${'\u2068#انتخابات\u2069'}
  ${'בחירות'}      | ${'\u2068#בחירות\u2069'}
  ${'चुनाव'}        | ${'#चुनाव'}
  ${'a\u001b[31m'} | ${'#a\ufffd[31m'}
  ${'a\u202eb'}    | ${'#a\ufffdb'}
`('shows $hashtag as $shown', ({ hashtag, shown }) => {
  expect(shownHashtag(hashtag)).toBe(shown);
});

it('lets nothing through that commands a terminal or turns a line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(shownName(name)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});
