import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseHashtag } from '../../functions/model/hashtag.ts';
import { hashtagFault, sourceHashtagFault } from '../../functions/model/hashtag-fault.ts';
import { MOST_PLACE_CHARACTERS } from '../../functions/model/servers.ts';
import { watchIdOf } from '../../functions/model/watch.ts';

describe('what people type and paste', () => {
  it.each([
    '#tag',
    'tag',
    '＃tag',
    '##tag',
    ' #tag ',
    '#free_speech_',
    '#_2026',
    '#l·l',
    '#صحیح_بات',
    '#กรุงเทพฯ',
    '#צה״ל',
    '#ラーメン・パーティー',
    '#👩🏽‍💻',
    '#🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '#\u202bپاکستان\u202c',
  ])('%j is a hashtag', (typed) => {
    expect(hashtagFault(typed)).toBeUndefined();
  });

  it.each([
    ['', /one hashtag: a word/],
    ['#', /one hashtag: a word/],
    ['two words', /one hashtag: a word/],
    ['#one#two', /one hashtag: a word/],
    ['https://x.com/hashtag/tag', /one hashtag: a word/],
    ['%23tag', /one hashtag: a word/],
    ['@tag', /one hashtag: a word/],
    ['#a\u2028b', /one hashtag: a word/],
    ['#a\ud83d', /one hashtag: a word/],
    ['#️⃣', /one hashtag: a word/],
    ['#\u3164', /one hashtag: a word/],
    ['#\u2800', /one hashtag: a word/],
    ['#tag,', /without the punctuation before or after/],
    ['#tag.', /without the punctuation before or after/],
    ['#tag…', /without the punctuation before or after/],
    ['#(tag)', /without the punctuation before or after/],
    ['#“tag”', /without the punctuation before or after/],
    ['#ٹیگ۔', /without the punctuation before or after/],
    ['#تگ،', /without the punctuation before or after/],
    ['#टैग।', /without the punctuation before or after/],
    ['#タグ。', /without the punctuation before or after/],
    ['ﷺ'.repeat(14), /at most 200 characters/],
    ['a'.repeat(201), /at most 200 characters/],
  ])('%j is none', (typed, fault) => {
    expect(hashtagFault(typed)).toMatch(fault);
  });

  it.each([
    ["#tag's", 'mastodon'],
    ['#covid-19', 'mastodon'],
    ['#c++', 'x'],
    ['#❤', 'mastodon'],
    ['#2026', 'x'],
  ] as const)('%s is none at %s, which ends it sooner', (typed, source) => {
    expect(sourceHashtagFault(source, typed)).toMatch(`a hashtag that ${source} can have`);
    expect(sourceHashtagFault('bluesky', typed)).toBeUndefined();
    expect(sourceHashtagFault('ingest', typed)).toBeUndefined();
  });

  it.each(['#می\u200cخواهم', '#l·l', '#চাঁদ', '#ভোট২০২৬', '#free_speech', '#IŞIK'])(
    '%s is one at Mastodon and X',
    (typed) => {
      expect(sourceHashtagFault('mastodon', typed)).toBeUndefined();
      expect(sourceHashtagFault('x', typed)).toBeUndefined();
    },
  );
});

it('lets no name of a watch grow beyond the key of an index, 1,024 bytes', () => {
  const place = 'a'.repeat(MOST_PLACE_CHARACTERS);
  const letters = fc.constantFrom('ﷺ', 'क़', '㍿', 'ﬃ', 'ΐ', '한', 'ß', '👍');
  const typed = fc.string({ unit: letters, minLength: 60, maxLength: 200 });
  fc.assert(
    fc.property(typed, (text) => {
      if (hashtagFault(text) !== undefined) return;
      const watchId = watchIdOf('mastodon', normaliseHashtag(text), place);
      expect(new TextEncoder().encode(watchId).length).toBeLessThanOrEqual(1024);
    }),
  );
});
