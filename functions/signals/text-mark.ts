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

const SIGN_BIT = 0x80000000 | 0;

const FEW_WORDS = 40;

const HEX_HALVES: string[] = [];

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
    words: distinct(words, hashes),
    link,
    quotes: QUOTES.test(text),
  };
}

/** Different words. Few words are compared one by one, which is quicker than to make a set of them. */
function distinct(words: readonly string[], hashes: readonly number[]): number {
  if (words.length > FEW_WORDS) return new Set(words).size;
  let count = 0;
  for (let at = 0; at < words.length; at++) {
    const first = hashes.indexOf(hashes[at] ?? 0);
    if (first === at || words[first] !== words[at]) count++;
  }
  return count;
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
  return hexHalf(value >>> 16) + hexHalf(value & 0xffff);
}

/** Digits of 16 bits, each written once: `toString` costs more than all the rest of a hash. */
function hexHalf(half: number): string {
  const known = HEX_HALVES[half];
  if (known !== undefined) return known;
  const digits = half.toString(16).padStart(4, '0');
  HEX_HALVES[half] = digits;
  return digits;
}

function signatureOf(hashes: readonly number[]): readonly number[] {
  if (hashes.length < 2) return [];
  const pairs: number[] = [];
  for (let at = 1; at < hashes.length; at++) {
    pairs.push(mix(Math.imul(hashes[at - 1] ?? 0, 31) + (hashes[at] ?? 0)) | 0);
  }
  const minima: number[] = [];
  for (let at = 0; at < SIGNATURE_SIZE; at++) minima.push(minimumOf(pairs, MULTIPLIERS[at] ?? 1));
  return minima;
}

/** Compared with the sign bit turned round: numbers of 32 bits with a sign are the quickest there are. */
function minimumOf(pairs: readonly number[], multiplier: number): number {
  let least = 0x7fffffff;
  for (let at = 0; at < pairs.length; at++) {
    const scattered = Math.imul(pairs[at] ?? 0, multiplier);
    const value = scattered ^ (scattered >>> 15) ^ SIGN_BIT;
    if (value < least) least = value;
  }
  return (least ^ SIGN_BIT) >>> 0;
}
