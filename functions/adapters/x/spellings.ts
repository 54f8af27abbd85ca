import { normaliseHashtag } from '../../model/hashtag.ts';

/** One letter of three keyboards. */
const ARABIC = { ی: 'ي', ک: 'ك', ہ: 'ه' } as const;
const PERSIAN = { ي: 'ی', ك: 'ک', ہ: 'ه' } as const;
const URDU = { ي: 'ی', ك: 'ک', ه: 'ہ' } as const;

/**
 * The spellings under which to ask X for a hashtag: as it was written, our own, and how other
 * keyboards write it. X folds case; what else it folds it does not say. Only spellings that are one
 * hashtag to us are among them, so that nothing is found that is not meant.
 *
 * @param hashtag normalised
 * @param display as somebody wrote it
 * @example spellings('istanbul') // ['istanbul', 'İSTANBUL']
 */
export function spellings(hashtag: string, display?: string): readonly string[] {
  const written = display === undefined ? [hashtag] : [display, hashtag];
  const others = written.flatMap((word) => [
    word.toLocaleUpperCase('tr'),
    word.toLocaleLowerCase('tr'),
    ...[ARABIC, PERSIAN, URDU].map((keyboard) => typedOn(keyboard, word)),
  ]);
  // Names kept by an earlier release are not in the spelling of this one.
  const own = normaliseHashtag(hashtag);
  const byCase = new Map<string, string>();
  for (const word of [...written, ...others]) {
    const folded = word.toLowerCase();
    if (!byCase.has(folded) && normaliseHashtag(word) === own) byCase.set(folded, word);
  }
  return [...byCase.values()];
}

function typedOn(keyboard: Readonly<Record<string, string>>, word: string): string {
  return [...word].map((letter) => keyboard[letter] ?? letter).join('');
}
