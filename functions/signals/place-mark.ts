import { hashWord } from './hash-word.ts';

/** Longer places are cut here: no network shows more. */
const MOST_CHARACTERS = 200;

/** Sets places apart from the words of texts under the same key. */
const PLACES = 0x504c4143;

/**
 * The door for places: a keyed hash of the last part of what the author states ("Lahore, Pakistan"
 * is Pakistan), for the widest place comes last. Equal places meet; nobody can read one back
 * without the key.
 *
 * @param seed secret, the same as long as marks are compared
 * @returns 1 to 2^32 - 1; undefined where no place is stated
 */
export function markPlace(place: string | null | undefined, seed: number): number | undefined {
  const parts = (place ?? '')
    .slice(0, MOST_CHARACTERS)
    .normalize('NFKC')
    .toLowerCase()
    .split(/[,،、|/]/u)
    .map((part) => (part.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' '));
  const widest = parts.findLast((part) => part !== '');
  return widest === undefined ? undefined : hashWord(widest, seed ^ PLACES) || 1;
}
