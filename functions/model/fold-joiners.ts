const JOINER = /[\u200c\u200d]/u;
const RUN = /([\u200c\u200d])[\u200c\u200d]+/gu;

/** Letters that were once written as a letter, a sign that silences its vowel, and a joiner. */
const OLD_LETTERS: Readonly<Record<string, string>> = {
  'ত\u09cd\u200d': 'ৎ',
  'ണ\u0d4d\u200d': 'ൺ',
  'ന\u0d4d\u200d': 'ൻ',
  'ര\u0d4d\u200d': 'ർ',
  'റ\u0d4d\u200d': 'ർ',
  'ല\u0d4d\u200d': 'ൽ',
  'ള\u0d4d\u200d': 'ൾ',
  'ക\u0d4d\u200d': 'ൿ',
};
const OLD = new RegExp(Object.keys(OLD_LETTERS).join('|'), 'gu');

const VIRAMA = '[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca]';
/** Letters of the Arabic script that never join the next, and the hamza, which joins none. */
const ENDS = '\\u0621-\\u0625\\u0627\\u0629\\u062f-\\u0632\\u0648\\u0671-\\u0673\\u0675-\\u0677';
const MORE_ENDS =
  '\\u0688-\\u0699\\u06c0\\u06c3-\\u06cb\\u06cd\\u06cf\\u06d2-\\u06d5\\u06ee\\u06ef';
const JOINS_NEXT = `(?![${ENDS}${MORE_ENDS}])\\p{Script=Arabic}`;

/** Where a joiner changes what is read: in conjuncts, where it parts joined letters, within a picture. */
const HAS_MEANING = [
  `(?<=(?=\\p{L})[\\u0900-\\u0dff]\\p{M}*${VIRAMA})[\\u200c\\u200d](?=\\p{L})`,
  '(?<=\\u09b0)\\u200d(?=\\u09cd)',
  `(?<=(?=\\p{L})${JOINS_NEXT}\\p{Mn}*)\\u200c(?=(?!\\u0621)(?=\\p{L})\\p{Script=Arabic})`,
  '(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}])\\u200d(?=\\p{Extended_Pictographic})',
];
const MEANT_OR_NOT = new RegExp(`(${HAS_MEANING.join('|')})|[\\u200c\\u200d]`, 'gu');

/**
 * Zero-width joiners and non-joiners only where they matter, and once.
 *
 * @param text NFKC
 * @source RFC 5892, appendices A.1 and A.2; The Unicode Standard, 12.2 (Bengali), 12.9 (Malayalam), 23.2
 */
export function foldJoiners(text: string): string {
  if (!JOINER.test(text)) return text;
  return text
    .replace(RUN, '$1')
    .replace(OLD, (letters) => OLD_LETTERS[letters] ?? letters)
    .replace(MEANT_OR_NOT, (_, meant?: string) => meant ?? '');
}
