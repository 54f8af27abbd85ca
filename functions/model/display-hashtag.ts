import { normaliseHashtag } from './hashtag.ts';

/** What turns the direction of a line, and what is not seen: neither belongs in a name. */
const UNSEEN = /[\p{Bidi_Control}\p{Cc}\u00ad\u200b\u2060\ufeff]/gu;

/**
 * A hashtag as somebody wrote it, without `#`: for the eye, and for asking a network, which need
 * not know our spelling of it.
 *
 * @returns undefined where it says no more than the normal form does
 * @example displayHashtag('#IŞIK') // 'IŞIK', whose normal form is 'ışık'
 */
export function displayHashtag(typed: string): string | undefined {
  const display = typed
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/^[\s#＃]+|\s+$/gu, '');
  return display === normaliseHashtag(typed) ? undefined : display;
}
