import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../functions/model/errors.ts';
import { normaliseHashtag } from '../../functions/model/hashtag.ts';
import { hashtagPattern } from '../../functions/model/hashtag-pattern.ts';

describe('a pattern', () => {
  it.each([
    ['#Caturday', 'caturday', true],
    ['caturday', 'caturdays', false],
    ['cup*', 'cup2026', true],
    ['cup*', 'worldcup', false],
    ['*cup*', 'theworldcup2026', true],
    ['*', 'anything', true],
    ['سیلاب*', 'سیلاب2026', true],
    ['سيلاب', 'سیلاب', true],
    ['a.b', 'axb', false],
    ['c++', 'c++', true],
    ['IŞIK', 'ışık', true],
  ])('%s and #%s: %s', (pattern, hashtag, means) => {
    expect(hashtagPattern(pattern)(hashtag)).toBe(means);
  });

  it.each(['', '  ', '#', 'two words', 'a@b', 'a#b', 'a/b'])('%j is none', (text) => {
    expect(() => hashtagPattern(text)).toThrow(InputError);
    expect(() => hashtagPattern(text)).toThrow('must be one hashtag, with * for any letters');
  });

  it('without * means the hashtag that is spelt so, and no other', () => {
    const word = fc
      .stringMatching(/^[\p{L}\p{N}_.+^$(|)[\]\\{}?-]{1,12}$/u)
      .filter((text) => normaliseHashtag(text) !== '');
    fc.assert(
      fc.property(word, word, (one, other) => {
        const means = hashtagPattern(one);
        expect(means(normaliseHashtag(one))).toBe(true);
        expect(means(normaliseHashtag(other))).toBe(
          normaliseHashtag(one) === normaliseHashtag(other),
        );
      }),
    );
  });
});
