import { normaliseHashtag } from './hashtag.ts';

/**
 * What turns the direction of a line, and what is not seen: neither belongs in a name. Joiners, the
 * shapes of pictures and the tags that make a flag are seen by what they do.
 */
const UNSEEN =
  /(?!\u200c|\u200d|\p{Variation_Selector})(?!(?<=\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0020}-\u{e007f}])[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cc}]/gu;

/**
 * A hashtag as somebody wrote it, without `#`: for the eye, and for asking a network, which need
 * not know our spelling of it.
 *
 * @returns undefined where it says no more than the normal form does
 * @example displayHashtag('#IŞIK') // 'IŞIK', whose normal form is 'ışık'
 */
export function displayHashtag(typed: string): string | undefined {
  const display = typed
    .toWellFormed()
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/^[\s#＃]+|\s+$/gu, '');
  return display === normaliseHashtag(typed) ? undefined : display;
}
