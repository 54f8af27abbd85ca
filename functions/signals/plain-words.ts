/** Longer texts are cut here: no post of a network needs more, and nobody can make us read a book. */
const MAX_TEXT = 5000;

const LINK = /https?:\/\/\S+|www\.\S+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+\/\S*/giu;
const HANDLE = /[@＠][\p{L}\p{N}_]+(?:[.@-][\p{L}\p{N}_]+)*/gu;
const HASHTAG = /[#＃][\p{L}\p{M}\p{N}_·]+/gu;

/** Runs of scripts that are written without spaces, or else a word of any other script. */
const RUN =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]+|[[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]]+/gv;
const SPACELESS =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]/v;

export type PlainWords = {
  /** In reading order, lower case; runs of characters written without spaces as overlapping triples. */
  readonly words: readonly string[];
  readonly link: boolean;
};

/** The first character of the scripts without spaces, Thai; all plainer words lie before it. */
const FIRST_SPACELESS = 0x0e00;

/**
 * The words of a text that are its writer's own: without links, handles and hashtags, which differ
 * between copies of one text and agree between texts that share only a subject.
 */
export function plainWords(text: string): PlainWords {
  const cut = text.slice(0, MAX_TEXT);
  const unlinked = without(cut, LINK, './');
  const unnamed = without(unlinked, HANDLE, '@＠');
  const plain = without(unnamed, HASHTAG, '#＃').normalize('NFKC').toLowerCase();
  const runs = plain.match(RUN) ?? [];
  const words = runs.some(isSpaceless)
    ? runs.flatMap((run) => (isSpaceless(run) ? triplesOf(run) : run))
    : runs;
  return { words, link: unlinked !== cut };
}

/** @param marks a text without any of these characters matches nowhere: most have none */
function without(text: string, pattern: RegExp, marks: string): string {
  for (const mark of marks) if (text.includes(mark)) return text.replace(pattern, ' ');
  return text;
}

function isSpaceless(run: string): boolean {
  return run.charCodeAt(0) >= FIRST_SPACELESS && SPACELESS.test(run);
}

function triplesOf(run: string): string[] {
  const characters = [...run];
  if (characters.length <= 3) return [run];
  return characters.slice(2).map((_, at) => characters.slice(at, at + 3).join(''));
}
