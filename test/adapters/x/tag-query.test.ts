import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagQuery } from '../../../functions/adapters/x/tag-query.ts';
import { SourceError } from '../../../functions/model/errors.ts';

describe('the query for a hashtag', () => {
  it.each([
    [['cityrun'], '#cityrun'],
    [['IŞIK'], '#IŞIK'],
    [['پاکستان_زندہ_باد'], '#پاکستان_زندہ_باد'],
    [['می\u200cخواهم'], '#می\u200cخواهم'],
    [['क्रिकेट'], '#क्रिकेट'],
    [['covid19'], '#covid19'],
    [['کراچی', 'كراچى'], '(#کراچی OR #كراچى)'],
  ])('of %j is %s', (spellings, query) => {
    expect(tagQuery(spellings)).toBe(query);
  });

  it.each([
    'a OR b',
    'a) OR (from:someone',
    'a" -is:retweet "',
    'a:b',
    'a-b',
    '2024',
    '_',
    '🔥',
    'a b',
    'a\u2028b',
    '',
    'a\\',
  ])('refuses %j, which X cannot have as a hashtag', (hashtag) => {
    expect(() => tagQuery([hashtag])).toThrow(SourceError);
    expect(() => tagQuery([hashtag])).toThrow(/letters, marks, digits and underscores/);
  });

  it('says so where it is longer than X takes', () => {
    expect(tagQuery(['a'.repeat(511)])).toHaveLength(512);
    expect(() => tagQuery(['a'.repeat(512)])).toThrow(
      'x takes queries of 512 characters at most: this hashtag needs 513',
    );
  });

  it('never carries an operator, whatever the hashtag', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), (hashtag) => {
        let query = '';
        try {
          query = tagQuery([hashtag]);
        } catch {
          return;
        }
        expect(query).toMatch(/^#[^\s"()\\:#@$*~[\]{}<>=,;!?&|'`+^%./-]+$/u);
      }),
      { numRuns: 2_000 },
    );
  });
});
