import type { Chance } from '../chance.ts';
import { pick } from '../draw/pick.ts';
import type { Lexicon } from '../lexicon.ts';
import { edited, ordinaryTexts } from './ordinary-text.ts';
import { textBank } from './text-bank.ts';

type EditedLines = {
  /** Share of texts that are a line with one of its words changed: near copies of one another. */
  readonly nearCopies: number;
  /** Lines that are handed out. */
  readonly lines: number;
};

/** Texts of people who write by hand, now and then after a line that they were given. */
export function editedLines(
  chance: Chance,
  lexicon: Lexicon,
  { nearCopies, lines }: EditedLines,
): () => string {
  const bank = textBank(chance, lexicon, lines);
  const own = ordinaryTexts(chance, lexicon, undefined, { exact: 0, near: 0 });
  return () =>
    chance.uniform() < nearCopies ? edited(chance, pick(chance, bank), lexicon, 1) : own();
}
