import type { Post } from '../../../functions/model/post.ts';

const WITHIN_MS = 60_000;

/**
 * Share of accounts in a pair that posted the same content within 60 s, at least so many times.
 * Content is the text without tags, handles and links, reposts too; posts without text are no content.
 *
 * @param posts in order of time
 * @param times 1 is the loosest; a pair that repeats it is what the authors look for
 * @source Schoch, Keller, Stier & Yang (2022), Scientific Reports 12, 4572
 */
export function coPostingShare(posts: readonly Post[], times: number): number {
  const accounts = new Map<string, number>();
  for (const { account } of posts) {
    if (!accounts.has(account)) accounts.set(account, accounts.size);
  }
  const pairs = new Map<number, number>();
  const withText = posts.filter(({ text }) => text !== null && text.words > 0);
  for (const same of Map.groupBy(withText, ({ text }) => text?.hash).values()) {
    for (const pair of pairsWithin(same, accounts)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  const linked = new Set<number>();
  for (const [pair, count] of pairs) {
    if (count < times) continue;
    linked.add(Math.floor(pair / accounts.size));
    linked.add(pair % accounts.size);
  }
  return linked.size / Math.max(1, accounts.size);
}

/** Every two posts of two accounts within 60 s, as one number a pair of accounts. */
function* pairsWithin(same: readonly Post[], accounts: ReadonlyMap<string, number>) {
  let from = 0;
  for (let at = 0; at < same.length; at += 1) {
    const late = same[at];
    if (late === undefined) continue;
    while (late.createdMs - (same[from]?.createdMs ?? 0) > WITHIN_MS) from += 1;
    for (const early of same.slice(from, at)) {
      const one = accounts.get(early.account) ?? 0;
      const other = accounts.get(late.account) ?? 0;
      if (one !== other) yield Math.min(one, other) * accounts.size + Math.max(one, other);
    }
  }
}
