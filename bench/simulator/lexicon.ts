import type { Chance } from './chance.ts';
import { pick } from './draw/pick.ts';
import { weightedIndex } from './draw/weighted-index.ts';

export const SCRIPTS = ['latin', 'urdu', 'devanagari'] as const;
export type Script = (typeof SCRIPTS)[number];

/** Invented words of one language, in no order; they mean nothing. */
export type Lexicon = {
  readonly words: readonly string[];
  /** A word as speech would choose it: few are frequent, most are rare. */
  word(chance: Chance): string;
};

const SYLLABLES: Readonly<Record<Script, { readonly onsets: string; readonly rimes: string }>> = {
  latin: {
    onsets: 'b br c ch d dr f g gl h j k l m n p pl r s sh t tr v w y z',
    rimes: 'a an ar e el en i in is o on or u um ai ea ou',
  },
  urdu: {
    onsets: 'ب پ ت ٹ ج چ خ د ر ز س ش غ ف ق ک گ ل م ن و ہ',
    rimes: 'ا ان ار ی یل یں و ور ے ال',
  },
  devanagari: {
    onsets: 'क ख ग च ज ट ड त द न प ब म य र ल व श स ह',
    rimes: 'ा ान ार ि ी ीन ु ू े ेल ो ोर ं',
  },
};

const WORDS = 3000;

/** Frequency falls as 1 / (rank + 10): Zipf's law with Mandelbrot's flat head. */
const HEAD = 10;

/** An invented language: pronounceable, the same for the same chance. */
export function lexiconOf(chance: Chance, script: Script): Lexicon {
  const words = [...inventedWords(chance, script)];
  const rank = weightedIndex(words.map((_, at) => 1 / (at + HEAD)));
  return { words, word: (spoken) => words[rank(spoken)] as string };
}

function inventedWords(chance: Chance, script: Script): Set<string> {
  const onsets = SYLLABLES[script].onsets.split(' ');
  const rimes = SYLLABLES[script].rimes.split(' ');
  const words = new Set<string>();
  while (words.size < WORDS) {
    const syllables = 1 + Math.floor(chance.uniform() * 3);
    let word = '';
    for (let at = 0; at < syllables; at += 1) word += pick(chance, onsets) + pick(chance, rimes);
    words.add(word.normalize('NFKC'));
  }
  return words;
}
