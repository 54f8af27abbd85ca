import { displayHashtag } from './display-hashtag.ts';
import { normaliseHashtag } from './hashtag.ts';
import type { SourceName } from './watch.ts';

/** Characters of the kept spelling: a name of a watch is a key of the database, of 1,024 bytes at most. */
const MOST_CHARACTERS = 200;

/** A mark alone is what is left of a key with `#` on it. */
const ONE_WORD = /^(?=.*[^\p{M}\p{Join_Control}])[^\s#＃/@?&%:<>"\u2800\ufffd]+$/u;

/** Punctuation but the underscore: no network takes it for a hashtag's beginning or end. */
const ENDS = /^(?!_)\p{P}|(?!_)\p{P}$/u;

/** What Mastodon and X let stand in a hashtag: anything else ends it there. */
const WORD =
  /^(?:[\p{L}\p{M}\p{N}_]|\u200c|\u200d|[\u00b7\u05f3\u05f4\u0f0b\u0f0c\u3003\u30a0\u30fb\u30fc\uff5e])+$/u;
const NUMBER = /^[\p{N}_]+$/u;

/** Whether a watch can be named so: no network has longer ones. */
export function isKeepable(hashtag: string): boolean {
  return hashtag !== '' && hashtag.length <= MOST_CHARACTERS;
}

/**
 * What keeps a text that somebody typed or pasted from being a hashtag. A watch on what no post can
 * carry would see nothing for ever, and look calm.
 *
 * @returns words that follow its name; undefined where nothing does
 */
export function hashtagFault(typed: string): string | undefined {
  const hashtag = normaliseHashtag(typed);
  if (!ONE_WORD.test(hashtag))
    return 'must be one hashtag: a word, with or without #, without spaces or any of / @ ? & % : < > "';
  if (ENDS.test(displayHashtag(typed) ?? hashtag))
    return 'must be one hashtag, without the punctuation before or after it';
  if (!isKeepable(hashtag))
    return `must be at most ${MOST_CHARACTERS} characters, a sign that stands for several counted as these`;
  return undefined;
}

/** The same of one source. Files and partners may hold hashtags of any network. */
export function sourceHashtagFault(source: SourceName, typed: string): string | undefined {
  if (source !== 'mastodon' && source !== 'x') return undefined;
  const hashtag = displayHashtag(typed) ?? normaliseHashtag(typed);
  if (WORD.test(hashtag) && !NUMBER.test(hashtag)) return undefined;
  return `must be a hashtag that ${source} can have: letters, marks, digits and underscores, one letter at least`;
}
