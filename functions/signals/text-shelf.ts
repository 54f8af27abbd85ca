import type { TextMark } from '../model/post.ts';
import { numberedHashes } from './numbered-hashes.ts';
import { SIGNATURE_SIZE } from './text-mark.ts';

/** Marks of texts, each text once: texts of equal hash share a row. */
export type Texts = {
  /** SIGNATURE_SIZE minima a text, one text after the other. */
  readonly signatures: Uint32Array;
  /** 1 where the text has a signature. */
  readonly signed: Uint8Array;
  /** Different words. */
  readonly words: Uint16Array;
};

const FIRST_TEXTS = 64;

/** Texts that come in one by one. */
export function textShelf() {
  const hashes = numberedHashes();
  let texts = emptyTexts(FIRST_TEXTS);

  function put(text: number, { signature, words }: TextMark): void {
    if (text === texts.words.length) texts = copied(texts, emptyTexts(2 * text));
    texts.words[text] = words;
    if (signature.length !== SIGNATURE_SIZE) return;
    texts.signed[text] = 1;
    texts.signatures.set(signature, text * SIGNATURE_SIZE);
  }

  return {
    /** @returns the number of the text */
    add(mark: TextMark): number {
      const before = hashes.size();
      const text = hashes.numberOf(mark.hash);
      if (hashes.size() > before) put(text, mark);
      return text;
    },
    /** The texts so far. */
    texts: (): Texts => texts,
  };
}

function emptyTexts(size: number): Texts {
  return {
    signatures: new Uint32Array(size * SIGNATURE_SIZE),
    signed: new Uint8Array(size),
    words: new Uint16Array(size),
  };
}

function copied(from: Texts, to: Texts): Texts {
  to.signatures.set(from.signatures);
  to.signed.set(from.signed);
  to.words.set(from.words);
  return to;
}
