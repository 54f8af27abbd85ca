import { describe, expect, it } from 'vitest';
import { textHashtags } from '../../../functions/adapters/files/text-hashtags.ts';

describe('textHashtags', () => {
  it.each([
    ['Urdu, in the one spelling of its letters', 'یہ #نااہل_حکومت ہے', ['نااهل_حکومت']],
    ['Urdu with a joiner', '#می‌خواهم', ['می‌خواهم']],
    ['Hindi with joiners and vowel signs', '#क्‍षेत्र, #हिन्दी।', ['क्‍षेत्र', 'हिन्दी']],
    ['Arabic, without its vowel signs', '(#العَرَبِيَّة)', ['العربیه']],
    ['Turkish', '#ığdır #DiyarbakırdaSeçim', ['ığdır', 'diyarbakırdaseçim']],
    ['Japanese, full width', '＃東京オリンピック 2020', ['東京オリンピック']],
    ['Catalan', '#col·lecció', ['col·lecció']],
    ['pictures', '#🔥🔥 and #👩‍🚀 and #🇵🇰', ['🔥🔥', '👩‍🚀', '🇵🇰']],
    ['a picture behind a word', '#vote🔥', ['vote']],
    ['each once, folded', '#Élan #ÉLAN #élan', ['élan']],
    ['at both ends', '#first and #last', ['first', 'last']],
    ['with digits', '#cop26 #2024election', ['cop26', '2024election']],
    ['punctuation', '"#one", #two! #three/#four', ['one', 'two', 'three']],
  ])('finds them in %s', (_, text, hashtags) => {
    expect(textHashtags(text)).toEqual(hashtags.map((tag) => tag.normalize('NFKC')));
  });

  it.each([
    ['numbers', 'we are #1 of #2024'],
    ['addresses', 'https://a.example/page#part and a.example/#top'],
    ['entities', 'it&#39;s'],
    ['words', 'c#sharp'],
    ['keycaps', '#️⃣'],
    ['nothing', '# and #'],
  ])('finds none in %s', (_, text) => {
    expect(textHashtags(text)).toEqual([]);
  });
});
