import type { Post, TextMark } from '../model/post.ts';
import { disjointSets } from '../stats/disjoint-sets.ts';
import type { PostTable } from './post-table.ts';

export type TextGroupSettings = {
  /** Different words below which a text is no evidence: short cheers agree by themselves. */
  readonly minWords: number;
  /** Minima in one band; texts meet if a whole band agrees. */
  readonly bandRows: number;
  /** Share of all minima that must agree. */
  readonly minAgreement: number;
  /** Accounts that must share a text. */
  readonly minAccounts: number;
};

/** Posts of nearly the same text, by several accounts. */
export type TextGroup = {
  /** Indices into the table, ascending. */
  readonly posts: readonly number[];
  readonly accounts: number;
  /** At least half of them carry a link: a headline or a share button, not a set text. */
  readonly linked: boolean;
};

/** Originals whose text can be compared: indices into the table. */
export function eligibleOriginals(table: PostTable, minWords: number): number[] {
  return [...table.posts.keys()].filter((at) => isEligible(table.posts[at], minWords));
}

function isEligible(post: Post | undefined, minWords: number): boolean {
  if (post === undefined || post.repost || post.text === null) return false;
  return !post.text.quotes && post.text.words >= minWords;
}

/**
 * Groups of nearly equal texts. A text is compared with the first of each of its bands only, so the
 * cost is linear in posts and a text typed a thousand times is compared once.
 *
 * @source Leskovec, Rajaraman & Ullman, Mining of Massive Datasets, 3.4: banding
 */
export function textGroups(
  table: PostTable,
  originals: readonly number[],
  settings: TextGroupSettings,
): TextGroup[] {
  const byHash = new Map<string, number[]>();
  for (const at of originals) {
    const hash = table.posts[at]?.text?.hash ?? '';
    const same = byHash.get(hash);
    if (same) same.push(at);
    else byHash.set(hash, [at]);
  }
  const texts = [...byHash.values()];
  const sets = joinSimilar(
    texts.map((same) => markAt(table, same[0])?.signature ?? []),
    settings,
  );
  const groups = new Map<number, number[]>();
  texts.forEach((same, text) => {
    const leader = sets.find(text);
    groups.set(leader, [...(groups.get(leader) ?? []), ...same]);
  });
  return [...groups.values()]
    .map((posts) => describe(table, posts))
    .filter((group) => group.accounts >= settings.minAccounts);
}

function joinSimilar(signatures: readonly (readonly number[])[], settings: TextGroupSettings) {
  const sets = disjointSets(signatures.length);
  const size = signatures[0]?.length ?? 0;
  for (let row = 0; row + settings.bandRows <= size; row += settings.bandRows) {
    const firsts = new Map<number, number>();
    signatures.forEach((signature, text) => {
      const band = bandOf(signature, row, settings.bandRows);
      const first = firsts.get(band);
      if (first === undefined) firsts.set(band, text);
      else if (agreement(signatures[first] ?? [], signature) >= settings.minAgreement) {
        sets.join(first, text);
      }
    });
  }
  return sets;
}

/** One number for the minima of a band. Two bands that meet by chance are told apart by `agreement`. */
function bandOf(signature: readonly number[], row: number, rows: number): number {
  let band = 0;
  for (let at = row; at < row + rows; at++)
    band = Math.imul(band, 0x01000193) + (signature[at] ?? 0);
  return band;
}

function agreement(one: readonly number[], other: readonly number[]): number {
  if (one.length === 0) return 0;
  let same = 0;
  for (let at = 0; at < one.length; at++) if (one[at] === other[at]) same++;
  return same / one.length;
}

function describe(table: PostTable, posts: readonly number[]): TextGroup {
  const links = posts.filter((at) => markAt(table, at)?.link).length;
  return {
    posts: [...posts].sort((one, other) => one - other),
    accounts: new Set(posts.map((at) => table.accountOf[at])).size,
    linked: 2 * links >= posts.length,
  };
}

function markAt(table: PostTable, at: number | undefined): TextMark | null {
  return at === undefined ? null : (table.posts[at]?.text ?? null);
}
