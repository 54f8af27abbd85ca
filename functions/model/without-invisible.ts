const MAYBE_INVISIBLE = /[\u0640\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/u;

/**
 * Direction marks, soft hyphens, zero-width spaces, variation selectors and the like, and the line
 * that stretches an Arabic word. Joiners are not among them, nor the tags that make the flag of
 * England of a black one; a tab or a line break is a space.
 */
const INVISIBLE =
  /(?!\u200c|\u200d|\s)(?!(?<=\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0020}-\u{e007f}])[\u0640\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu;

/** A text without what says nothing: what cannot be seen and joins nothing, and what only stretches. */
export function withoutInvisible(text: string): string {
  return MAYBE_INVISIBLE.test(text) ? text.replace(INVISIBLE, '') : text;
}
