import { joinSimilar, type SimilarSettings } from './join-similar.ts';
import type { PostTable } from './post-table.ts';

export type TextGroupSettings = SimilarSettings & {
  /** Different words below which a text is no evidence: short cheers agree by themselves. */
  readonly minWords: number;
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

/** Posts of groups that share a link: headlines and share buttons. */
export function passedOn(texts: readonly TextGroup[]): ReadonlySet<number> {
  return new Set(texts.flatMap(({ posts, linked }) => (linked ? posts : [])));
}

/** Originals whose text can be compared: indices into the table, ascending. */
export function eligibleOriginals(table: PostTable, minWords: number): Int32Array {
  return table.accountOf.map((_, at) => at).filter((at) => isEligible(table, at, minWords));
}

function isEligible(table: PostTable, at: number, minWords: number): boolean {
  const text = table.textOf[at] ?? -1;
  if (text < 0 || table.repost[at] === 1 || table.quotes[at] === 1) return false;
  return (table.texts.words[text] ?? 0) >= minWords;
}

/** Groups of nearly equal texts. A text typed a thousand times is compared once. */
export function textGroups(
  table: PostTable,
  originals: Int32Array,
  settings: TextGroupSettings,
): TextGroup[] {
  const { numbers, rows } = distinctTexts(table, originals);
  const sets = joinSimilar(table.texts, rows, settings);
  const sizes = new Int32Array(rows.length);
  const leaders = numbers.map((text) => {
    const leader = sets.find(text);
    sizes[leader] = (sizes[leader] ?? 0) + 1;
    return leader;
  });
  const groups = new Map<number, number[]>();
  sizes.forEach((size, leader) => {
    if (size >= settings.minAccounts) groups.set(leader, []);
  });
  leaders.forEach((leader, at) => {
    groups.get(leader)?.push(originals[at] ?? 0);
  });
  return Array.from(groups.values(), (posts) => describe(table, posts)).filter(
    (group) => group.accounts >= settings.minAccounts,
  );
}

/** The texts of the originals numbered from 0, and the row of each. */
function distinctTexts(table: PostTable, originals: Int32Array) {
  const found = new Map<number, number>();
  const numbers = originals.map((at) => {
    const row = table.textOf[at] ?? 0;
    const number = found.get(row) ?? found.size;
    found.set(row, number);
    return number;
  });
  return { numbers, rows: Int32Array.from(found.keys()) };
}

function describe(table: PostTable, posts: readonly number[]): TextGroup {
  let links = 0;
  for (const at of posts) links += table.link[at] ?? 0;
  return {
    posts,
    accounts: new Set(posts.map((at) => table.accountOf[at])).size,
    linked: 2 * links >= posts.length,
  };
}
