import type { Chance } from '../chance.ts';
import type { Lexicon } from '../lexicon.ts';
import { edited, ORDINARY_LENGTHS, sentence, wordCount } from './ordinary-text.ts';

/** Shorter lines would be slogans, which everybody shares. */
const SHORTEST = 8;

/** Lines that an organiser hands out. */
export function textBank(chance: Chance, lexicon: Lexicon, lines: number): readonly string[] {
  return Array.from({ length: lines }, () =>
    sentence(chance, lexicon, Math.max(SHORTEST, wordCount(chance, ORDINARY_LENGTHS))),
  );
}

/** The line with two to four of its words changed by hand. */
export function handEdited(chance: Chance, lexicon: Lexicon, line: string): string {
  return edited(chance, line, lexicon, 2 + Math.floor(chance.uniform() * 3));
}
