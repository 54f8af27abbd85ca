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

/**
 * The words of a text that are its writer's own: without links, handles and hashtags, which differ
 * between copies of one text and agree between texts that share only a subject.
 */
export function plainWords(text: string): PlainWords {
  const cut = text.slice(0, MAX_TEXT);
  const unlinked = cut.replace(LINK, ' ');
  const plain = unlinked.replace(HANDLE, ' ').replace(HASHTAG, ' ').normalize('NFKC').toLowerCase();
  const words = (plain.match(RUN) ?? []).flatMap((run) =>
    SPACELESS.test(run) ? triplesOf(run) : run,
  );
  return { words, link: unlinked !== cut };
}

function triplesOf(run: string): string[] {
  const characters = [...run];
  if (characters.length <= 3) return [run];
  return characters.slice(2).map((_, at) => characters.slice(at, at + 3).join(''));
}
