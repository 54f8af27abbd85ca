import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markText, SIGNATURE_SIZE } from '../../functions/signals/text-mark.ts';

const SEED = 7;
const TEXT = 'the old bridge must stay open for every market day';

const agreement = (one: string, other: string, seed: number) => {
  const a = markText(one, seed).signature;
  const b = markText(other, seed).signature;
  return a.filter((value, at) => value === b[at]).length / SIGNATURE_SIZE;
};

describe('markText', () => {
  it.each`
    what                    | copy
    ${'a hashtag'}          | ${`#bridge ${TEXT}`}
    ${'a full-width tag'}   | ${`＃橋 ${TEXT}`}
    ${'a handle'}           | ${`@anna@example.social ${TEXT}`}
    ${'a link'}             | ${`${TEXT} https://example.org/a?b=c#d`}
    ${'a bare link'}        | ${`${TEXT} example.org/abc`}
    ${'case'}               | ${TEXT.toUpperCase()}
    ${'signs and emoji'}    | ${`“${TEXT}”!!! 🎉`}
    ${'full-width letters'} | ${TEXT.replace('old', 'ｏｌｄ')}
  `('sees the same text through $what', ({ copy }) => {
    expect(markText(copy, SEED).hash).toBe(markText(TEXT, SEED).hash);
    expect(markText(copy, SEED).signature).toEqual(markText(TEXT, SEED).signature);
  });

  it('tells texts apart by words and by their order', () => {
    const hash = markText(TEXT, SEED).hash;

    expect(markText(`${TEXT} too`, SEED).hash).not.toBe(hash);
    expect(markText(TEXT.split(' ').reverse().join(' '), SEED).hash).not.toBe(hash);
  });

  it('cannot be looked up without the seed', () => {
    expect(markText(TEXT, SEED).hash).not.toBe(markText(TEXT, SEED + 1).hash);
    expect(agreement(TEXT, TEXT, SEED)).toBe(1);
    expect(
      markText(TEXT, SEED).signature.filter((value) =>
        markText(TEXT, SEED + 1).signature.includes(value),
      ),
    ).toEqual([]);
  });

  it('estimates the share of word pairs in common', () => {
    const words = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => `word${from + at}`).join(' ');
    // 59 pairs each, 29 in common: 29 / 89. 300 seeds of 32 minima: standard error 0.005.
    const seeds = Array.from({ length: 300 }, (_, seed) => seed);
    const mean =
      seeds.reduce((sum, seed) => sum + agreement(words(0, 60), words(30, 90), seed), 0) / 300;

    expect(mean).toBeGreaterThan(29 / 89 - 0.02);
    expect(mean).toBeLessThan(29 / 89 + 0.02);
  });

  it('counts words of any script, and triples where there are no spaces', () => {
    expect(markText('یہ پل کھلا رہنا چاہیے', SEED).words).toBe(5);
    expect(markText('橋は開けておくべきだ', SEED).words).toBe(8);
    expect(markText('สะพานต้องเปิด', SEED).words).toBe(11);
    expect(markText('bridge橋は開けて now', SEED).words).toBe(5);
    expect(markText('#only @tags https://example.org', SEED)).toMatchObject({
      words: 0,
      signature: [],
      link: true,
    });
  });

  it.each`
    text                        | quotes
    ${'RT @anna: the bridge'}   | ${true}
    ${'so true! RT @anna open'} | ${true}
    ${'“RT @anna open”'}        | ${true}
    ${'START @anna'}            | ${false}
    ${'rt is a word'}           | ${false}
  `('$text: repeats another is $quotes', ({ text, quotes }) => {
    expect(markText(text, SEED).quotes).toBe(quotes);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer(), (text, seed) => {
        const mark = markText(text, seed);
        expect(mark.hash).toMatch(/^[0-9a-f]{16}$/);
        expect([0, SIGNATURE_SIZE]).toContain(mark.signature.length);
        expect(mark.signature.every((one) => one >= 0 && one <= 0xffffffff)).toBe(true);
      }),
    );
  });

  it('reads no further than a post can be long', () => {
    const endless = 'a.b-'.repeat(200_000);

    expect(markText(endless, SEED).words).toBeLessThan(5000);
  });
});
