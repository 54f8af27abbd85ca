import { type DisjointSets, disjointSets } from '../stats/disjoint-sets.ts';
import { firstOfKey } from './first-of-key.ts';
import { SIGNATURE_SIZE } from './text-mark.ts';
import type { Texts } from './text-shelf.ts';

export type SimilarSettings = {
  /** Minima in one band; texts meet if a whole band agrees. */
  readonly bandRows: number;
  /** Share of all minima that must agree. */
  readonly minAgreement: number;
};

/**
 * Joins texts whose signatures agree. A text is compared with the first of each of its bands only,
 * so the cost is linear in texts.
 *
 * @param rows of the texts to look at; the sets number them from 0 in this order
 * @source Leskovec, Rajaraman & Ullman, Mining of Massive Datasets, 3.4: banding
 */
export function joinSimilar(
  texts: Texts,
  rows: Int32Array,
  { bandRows, minAgreement }: SimilarSettings,
): DisjointSets {
  const sets = disjointSets(rows.length);
  const firsts = firstOfKey(rows.length);
  const keys = new Int32Array(rows.length);
  function meetFirst(text: number, row: number): void {
    const first = firsts.meet(keys[text] ?? 0, text);
    if (first === text || sets.find(first) === sets.find(text)) return;
    if (agreement(texts, rows[first] ?? row, row) >= minAgreement) sets.join(first, text);
  }
  for (let from = 0; from + bandRows <= SIGNATURE_SIZE; from += bandRows) {
    firsts.clear();
    writeBands(texts, rows, from, bandRows, keys);
    rows.forEach((row, text) => {
      if (texts.signed[row] === 1) meetFirst(text, row);
    });
  }
  return sets;
}

/** One number for the minima of each text's band. Two bands that meet by chance are told apart by `agreement`. */
function writeBands(
  { signatures }: Texts,
  rows: Int32Array,
  from: number,
  bandRows: number,
  keys: Int32Array,
): void {
  for (let text = 0; text < rows.length; text++) {
    const start = (rows[text] ?? 0) * SIGNATURE_SIZE + from;
    let band = 0;
    for (let at = start; at < start + bandRows; at++) {
      band = (Math.imul(band, 0x01000193) + (signatures[at] ?? 0)) | 0;
    }
    keys[text] = band;
  }
}

function agreement({ signatures }: Texts, one: number, other: number): number {
  let same = 0;
  for (let at = 0; at < SIGNATURE_SIZE; at++) {
    const a = signatures[one * SIGNATURE_SIZE + at];
    if (a === signatures[other * SIGNATURE_SIZE + at]) same++;
  }
  return same / SIGNATURE_SIZE;
}
