import { SourceError } from '../../model/errors.ts';

/** Letters, marks, digits and the joiners that X lets stand in a hashtag: no operator has any of these alone. */
const WORD =
  /^(?:[\p{L}\p{M}\p{N}_]|\u200c|\u200d|[\u00b7\u05f3\u05f4\u0f0b\u0f0c\u3003\u30a0\u30fb\u30fc\uff5e])+$/u;
const NUMBER = /^[\p{N}_]+$/u;

/** What an app that pays by use may ask, characters. */
const MOST_CHARACTERS = 512;

/**
 * The query that finds a hashtag in each of its spellings.
 *
 * @param spellings without `#`
 * @throws {SourceError} not retryable, where X can have no such hashtag: nothing but a word gets into a query
 */
export function tagQuery(spellings: readonly string[]): string {
  const words = [...new Set(spellings)];
  const wrong = words.find((word) => !WORD.test(word) || NUMBER.test(word));
  if (wrong !== undefined || words.length === 0)
    throw new SourceError(
      'x has no such hashtag: letters, marks, digits and underscores are required, and one letter at least',
      { retryable: false },
    );
  const terms = words.map((word) => `#${word}`);
  const query = terms.length === 1 ? terms.join('') : `(${terms.join(' OR ')})`;
  if (query.length <= MOST_CHARACTERS) return query;
  throw new SourceError(
    `x takes queries of ${MOST_CHARACTERS} characters at most: this hashtag needs ${query.length}`,
    { retryable: false },
  );
}
