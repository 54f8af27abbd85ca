import { foldArabic } from './fold-arabic.ts';
import { foldCase } from './fold-case.ts';
import { foldDigits } from './fold-digits.ts';
import { foldJoiners } from './fold-joiners.ts';
import { withoutInvisible } from './without-invisible.ts';

const ASCII = /^[\x20-\x7e]*$/;
/** Letters whose NFKC has spaces: blessings written as one character, marks of old files that stand alone. */
const BRINGS_SPACE = /[\u037a\ufc5e-\ufc63\ufdfa\ufdfb\ufe70-\ufe7e]/gu;
const AROUND = /^[\s#]+|\s+$/gu;

/**
 * The one spelling under which a hashtag is watched, stored and compared: without `#`, equal for
 * spellings that a keyboard, a font or a phone chooses, and different for different words.
 * docs/hashtags.md says what is folded and what is not. It is not for the eye, nor for a network's
 * search: those get the spelling that was typed (`displayHashtag`).
 *
 * @source Unicode Standard Annex 15 (NFKC), RFC 5892 appendix A (joiners)
 * @example normaliseHashtag('#Élan') // 'élan'
 */
export function normaliseHashtag(hashtag: string): string {
  if (ASCII.test(hashtag)) return hashtag.toLowerCase().replace(AROUND, '');
  const spelled = hashtag
    .toWellFormed()
    .replace(BRINGS_SPACE, (one) => one.normalize('NFKC').replaceAll(' ', ''));
  const seen = withoutInvisible(withoutInvisible(spelled).normalize('NFKC')).normalize('NFKC');
  // Taken apart, a mark can be looked at by itself; the marks that stay are put back at the end.
  const apart = foldCase(foldJoiners(seen).normalize('NFKC')).normalize('NFKD');
  return foldDigits(foldArabic(apart)).normalize('NFC').replace(AROUND, '');
}
