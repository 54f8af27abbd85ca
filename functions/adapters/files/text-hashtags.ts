import { normaliseHashtag } from '../../model/hashtag.ts';

/** Beside letters, marks and digits: joiners (Hindi, Persian, Urdu), and the marks that X lets stand in a hashtag. */
const WORD = '[\\p{L}\\p{M}\\p{N}_\\u200c\\u200d\\u00b7\\u05f3\\u05f4\\u30fb\\u30fc\\uff5e]';
const PICTURE =
  '(?:(?!\\p{N})[\\p{Extended_Pictographic}\\p{Regional_Indicator}][\\ufe0f\\u200d\\p{Emoji_Modifier}]*)';

/** A `#` in a word, an address or an entity (`&#39;`) begins no hashtag; nor does the picture of a `#`. */
const HASHTAG = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}_&/])[#＃]((?=[\\p{L}\\p{N}_])${WORD}+|${PICTURE}+)`,
  'gu',
);

const ONLY_DIGITS = /^[\p{N}_]+$/u;
const TRAILING = /(?:\u200c|\u200d|\u00b7)+$/u;

/**
 * The hashtags in a text, normalised, each once, in any script. A word or a run of pictures, as X
 * and Mastodon cut them; a number alone is none.
 *
 * @example textHashtags('so it goes #Élan #2024 #🔥') // ['élan', '🔥']
 */
export function textHashtags(text: string): readonly string[] {
  if (!text.includes('#') && !text.includes('＃')) return [];
  const found = [...text.matchAll(HASHTAG)].map(([, word = '']) => word.replace(TRAILING, ''));
  return namedHashtags(found.filter((word) => !ONLY_DIGITS.test(word)));
}

/** Hashtags that a source names, normalised, each once; what is only a `#` is left out. */
export function namedHashtags(names: readonly string[]): readonly string[] {
  return [...new Set(names.map(normaliseHashtag).filter((name) => name !== ''))];
}
