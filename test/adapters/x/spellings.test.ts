import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spellings } from '../../../functions/adapters/x/spellings.ts';
import { normaliseHashtag } from '../../../functions/model/hashtag.ts';

describe('the spellings to ask X for', () => {
  it.each([
    ['of a word without an i, one', 'sport', undefined, ['sport']],
    [
      'of Latin letters with an i, the Turkish capital too',
      'cityrun',
      undefined,
      ['cityrun', 'CİTYRUN'],
    ],
    ['of a Turkish word, with and without the dot', 'ışık', 'IŞIK', ['IŞIK', 'ışık']],
    ['as it was written, first', 'istanbul', 'İstanbul', ['İstanbul', 'istanbul']],
  ])('are %s', (_, hashtag, display, expected) => {
    expect(spellings(hashtag, display)).toEqual(expected);
  });

  it('of a name that an earlier release kept are found as well', () => {
    expect(spellings('پاكستان')).toEqual(expect.arrayContaining(['پاكستان', 'پاکستان']));
  });

  it('of Urdu are those of the Arabic keyboard and the Persian one too', () => {
    const found = spellings(normaliseHashtag('کراچی_ہے'), 'کراچی_ہے');

    expect(found).toEqual(expect.arrayContaining(['کراچی_ہے', 'كراچي_هے', 'کراچی_هے']));
  });

  it('are all the same hashtag to us, and none twice to X', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'aiIİışŞeéابيیكکهہةى'),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(word, (typed) => {
        const hashtag = normaliseHashtag(typed);
        const found = spellings(hashtag, typed);

        expect(found).toContain(typed);
        expect(new Set(found.map(normaliseHashtag))).toEqual(new Set([hashtag]));
        expect(new Set(found.map((one) => one.toLowerCase())).size).toBe(found.length);
      }),
    );
  });
});
