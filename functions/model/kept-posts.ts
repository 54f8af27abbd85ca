/** Posts made in [fromMs, toMs) that were not read: there were more than may be read at once. */
export type Unread = { readonly fromMs: number; readonly toMs: number };

/** How far the posts of a hashtag were read, kept and looked for again. Times are epoch milliseconds. */
export type KeptPosts = {
  /** Posts are kept from here. */
  readonly keptFromMs: number;
  /** Posts are kept up to here. */
  readonly postsUntilMs: number;
  /** Posts whose time to be looked for again was up by then have been. */
  readonly lookedMs: number;
  /** What was left out in between, oldest first; filled later where that costs nothing. */
  readonly unread: readonly Unread[];
};

/** More gaps than these are told as fewer and larger ones. */
const MOST_GAPS = 8;

/** Adds a gap behind the others. Too many are joined from the oldest, for those will hardly be filled. */
export function withGap(unread: readonly Unread[], gap: Unread): readonly Unread[] {
  if (gap.toMs <= gap.fromMs) return unread;
  const all = [...unread, gap];
  const [first, second, ...rest] = all;
  if (all.length <= MOST_GAPS || first === undefined || second === undefined) return all;
  return [{ fromMs: first.fromMs, toMs: second.toMs }, ...rest];
}
