import type { Chance } from '../chance.ts';
import { drawNormal } from '../draw/normal.ts';
import { pick } from '../draw/pick.ts';
import type { Lexicon } from '../lexicon.ts';

/** Words of a text: the middle of all, and the bounds below and above which a tenth lies. */
export type TextLengths = { readonly low: number; readonly median: number; readonly high: number };

/** @source word counts of the open sets, SIMULATOR.md 2 */
export const ORDINARY_LENGTHS: TextLengths = { low: 10, median: 24, high: 40 };

/** Shares of texts taken over from somebody else, whole or with a word or two changed. */
export type CopyShares = { readonly exact: number; readonly near: number };

/** Middle of what was measured: exact 0 to 0.7 %, near 0 to 4 %. */
export const ORDINARY_COPIES: CopyShares = { exact: 0.003, near: 0.02 };

/** A normal number lies this far above the middle for one case in ten. */
const TENTH = 1.2816;
const MOST_WORDS = 60;

/** Texts as independent people write them: each call is another one, nearly always a new one. */
export function ordinaryTexts(
  chance: Chance,
  lexicon: Lexicon,
  lengths: TextLengths = ORDINARY_LENGTHS,
  copies: CopyShares = ORDINARY_COPIES,
): () => string {
  const written: string[] = [];
  return () => {
    const kind = written.length === 0 ? 1 : chance.uniform();
    if (kind < copies.exact) return pick(chance, written);
    if (kind < copies.exact + copies.near) return edited(chance, pick(chance, written), lexicon, 1);
    const text = sentence(chance, lexicon, wordCount(chance, lengths));
    written.push(text);
    return text;
  };
}

export function wordCount(chance: Chance, { low, median, high }: TextLengths): number {
  const z = drawNormal(chance);
  const spread = (z < 0 ? median - low : high - median) / TENTH;
  return Math.min(MOST_WORDS, Math.max(1, Math.round(median + z * spread)));
}

export function sentence(chance: Chance, lexicon: Lexicon, words: number): string {
  return Array.from({ length: words }, () => lexicon.word(chance)).join(' ');
}

/** The text with that many of its words replaced. */
export function edited(chance: Chance, text: string, lexicon: Lexicon, words: number): string {
  const parts = text.split(' ');
  for (let at = 0; at < words; at += 1) {
    parts[Math.floor(chance.uniform() * parts.length)] = lexicon.word(chance);
  }
  return parts.join(' ');
}
