import type { Post } from '../../../functions/model/post.ts';

const YEAR_MS = 365.25 * 86_400_000;
const BUSY_POSTS = 5;
const SAME_TEXT = 0.5;

/**
 * Share of accounts that look automated one by one: a stand-in for bot scores, which need profiles
 * that are not kept. An account's score is the mean of what is known of it:
 *
 * - young: exp(-age in years at its first post here)
 * - busy: 1 - exp(-(posts here - 1) / 5)
 * - unheard: 2^(-followers bucket / 4), so 16 followers count half
 * - repeating: reposts, or texts it has posted before, over its posts; 0 up to a half, then to 1
 *
 * An account counts from .5 on, as the usual bot scores are cut.
 */
export function botShare(posts: readonly Post[]): number {
  const accounts = [...Map.groupBy(posts, ({ account }) => account).values()];
  return accounts.filter((own) => botScore(own) >= 0.5).length / Math.max(1, accounts.length);
}

export function botScore(own: readonly Post[]): number {
  const first = own[0];
  if (first === undefined) return 0;
  const parts = [1 - Math.exp(-(own.length - 1) / BUSY_POSTS), repeating(own)];
  if (first.accountCreatedMs !== null) {
    parts.push(Math.exp(-(first.createdMs - first.accountCreatedMs) / YEAR_MS));
  }
  if (first.followersBucket !== null) parts.push(2 ** (-first.followersBucket / 4));
  return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}

function repeating(own: readonly Post[]): number {
  const seen = new Set<string>();
  let repeated = 0;
  for (const { repost, text } of own) {
    if (repost || (text !== null && seen.has(text.hash))) repeated += 1;
    if (text !== null) seen.add(text.hash);
  }
  return Math.max(0, (repeated / own.length - SAME_TEXT) / (1 - SAME_TEXT));
}
