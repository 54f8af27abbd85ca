import { InputError } from './errors.ts';
import { normaliseHashtag } from './hashtag.ts';

/** Tells whether a hashtag (normalised, without `#`) is meant. */
export type HashtagPattern = (hashtag: string) => boolean;

/**
 * A hashtag, or several at once with `*` for any letters; `#` may be left out.
 *
 * @throws {InputError} if it is not one word
 * @example hashtagPattern('#Cup*')('cup2026') // true
 */
export function hashtagPattern(text: string): HashtagPattern {
  const parts = text.trim().split('*').map(normaliseHashtag);
  const word = parts.join('*');
  if (word === '' || /[\s#@/]/u.test(word)) {
    throw new InputError(
      `a pattern must be one hashtag, with * for any letters; found ${JSON.stringify(text)}`,
    );
  }
  const source = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')).join('.*');
  const pattern = new RegExp(`^${source}$`, 'su');
  return (hashtag) => pattern.test(hashtag);
}
