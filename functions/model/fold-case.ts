/** Letters that Turkish, Azerbaijani and Crimean Tatar have, and whose other users have no dotless i. */
const DOTLESS_LANGUAGE = /[İığĞəƏ]/u;
/** Turkish has this letter, but Kurdish too, which writes I for i, and has letters that Turkish has not. */
const MAYBE_TURKISH = /[Şş]/u;
const NOT_TURKISH = /[QWXÊÎ]|\p{Ll}/u;

/**
 * Lower case, as Unicode folds it (ß as ss, one sigma), but for the i: a dotless ı stays a letter of
 * its own, İ is i, and I is ı in a word that other letters show to be Turkish, i anywhere else.
 *
 * @param text NFKC
 * @source Unicode Standard Annex 44, CaseFolding.txt, with the status T where the word calls for it
 * @example foldCase('IŞIK') // 'ışık'
 */
export function foldCase(text: string): string {
  const dotless = isDotless(text) ? text.replaceAll('I', 'ı') : text;
  return dotless
    .toLowerCase()
    .replace(/(?<=i\p{Mn}*)\u0307/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ');
}

function isDotless(text: string): boolean {
  if (!text.includes('I')) return false;
  return DOTLESS_LANGUAGE.test(text) || (MAYBE_TURKISH.test(text) && !NOT_TURKISH.test(text));
}
