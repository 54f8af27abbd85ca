import type { TextMark } from '../model/post.ts';
import { hashWord, mix } from './hash-word.ts';
import { plainWords } from './plain-words.ts';

/** Minima kept of a text. 32 tell a share of equal pairs to within 0.09 (standard deviation at 0.5). */
export const SIGNATURE_SIZE = 32;

/** Odd multipliers, one a minimum: each orders the pairs of words in a way of its own. */
const MULTIPLIERS = Int32Array.from(
  { length: SIGNATURE_SIZE },
  (_, at) => mix(Math.imul(at + 1, 0x9e3779b1)) | 1,
);

/** A text that says itself that it repeats another, in the form people type by hand. */
const QUOTES = /(?:^|[\s"“(.:])RT:? ?[@＠]/u;

/**
 * The door for texts: keeps what tells copies apart and lets go of what can be read.
 *
 * Only the equality of words counts, and which word follows which. Without `seed` nobody can look
 * up a text that they suspect, so it must stay secret and the same as long as marks are compared.
 *
 * @source Broder (1997), On the resemblance and containment of documents: MinHash
 */
export function markText(text: string, seed: number): TextMark {
  const { words, link } = plainWords(text);
  const hashes = words.map((word) => hashWord(word, seed));
  return {
    hash: hashOf(hashes, seed),
    signature: signatureOf(hashes),
    words: new Set(words).size,
    link,
    quotes: QUOTES.test(text),
  };
}

/** 64 bits of the words in their order, as 16 hex digits. */
function hashOf(hashes: readonly number[], seed: number): string {
  let high = mix(seed ^ 0x5bd1e995);
  let low = mix(seed ^ 0x1b873593);
  for (const hash of hashes) {
    high = Math.imul(high ^ hash, 0x01000193);
    low = mix((low + hash) | 0);
  }
  return hex(mix(high)) + hex(low);
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}

function signatureOf(hashes: readonly number[]): readonly number[] {
  if (hashes.length < 2) return [];
  const minima = new Uint32Array(SIGNATURE_SIZE).fill(0xffffffff);
  for (let at = 1; at < hashes.length; at++) {
    lower(minima, mix(Math.imul(hashes[at - 1] ?? 0, 31) + (hashes[at] ?? 0)));
  }
  return Array.from(minima);
}

function lower(minima: Uint32Array, pair: number): void {
  for (let at = 0; at < SIGNATURE_SIZE; at++) {
    const scattered = Math.imul(pair, MULTIPLIERS[at] ?? 1);
    const value = (scattered ^ (scattered >>> 15)) >>> 0;
    if (value < (minima[at] ?? 0)) minima[at] = value;
  }
}
