const ARABIC_OR_HEBREW = /[\u0590-\u08ff]/u;

/** Vowel signs and other marks that most writers leave out, of the Arabic script and the Hebrew. */
const OPTIONAL =
  /[\u0610-\u061a\u064b-\u0652\u0655-\u0658\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/gu;

const HAMZA = '\u0654';
const RUN_OF_HAMZA = /\u0654+/gu;
const HEH = '\u0647';

/** One letter, of which keyboards of different languages write different characters. */
const SAME_LETTER: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ہ: HEH,
  ة: HEH,
  ۃ: HEH,
  ٱ: 'ا',
};
const SAME = new RegExp(`[${Object.keys(SAME_LETTER).join('')}]`, 'gu');

/**
 * Letters of the Arabic script as one keyboard would write them. What makes another word in Urdu,
 * Persian or Arabic stays: آ beside ا, ھ beside ہ, ے beside ی, ں beside ن, ئ beside ی.
 *
 * @param text NFKD
 * @example foldArabic('ك') // 'ک'
 */
export function foldArabic(text: string): string {
  if (!ARABIC_OR_HEBREW.test(text)) return text;
  return text
    .replace(OPTIONAL, '')
    .replace(SAME, (letter) => SAME_LETTER[letter] ?? letter)
    .replace(RUN_OF_HAMZA, HAMZA)
    .replaceAll(`ا${HAMZA}`, 'ا')
    .replaceAll(`\u06d5${HAMZA}`, HEH)
    .replaceAll(`${HEH}${HAMZA}`, HEH)
    .replaceAll(`ے${HAMZA}`, `ی${HAMZA}ے`);
}
