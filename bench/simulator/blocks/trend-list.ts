import type { Draft } from '../draft.ts';
import { parameter } from '../parameter.ts';

/**
 * What puts a hashtag on the list of trends, and how long it stays there. The counts are of 2009
 * and 2010 (second hand), the window is our estimate; the stay is from an abstract.
 *
 * @source blogworld.com, 26 April 2010; arXiv 1907.09007
 */
export const LIST_ACCOUNTS = parameter(700, 'S', 500, 920);
export const LIST_POSTS = parameter(1500, 'S', 1200, 1900);
export const LIST_MINUTES = parameter(30, 'E');
/** Half of the hashtags leave within so long. */
export const LIST_STAY_MINUTES = parameter(60, 'A');

export type TrendListRule = {
  readonly accounts: number;
  readonly posts: number;
  /** Within which so many accounts must have written so many posts. */
  readonly windowMs: number;
};

type Written = Pick<Draft, 'atMs' | 'account'>;

/** When a hashtag comes onto the list of trends; null if it never does. Posts in any order. */
export function listedAtMs(posts: readonly Written[], rule: TrendListRule): number | null {
  const sorted = posts.toSorted((one, other) => one.atMs - other.atMs);
  const writing = new Map<string, number>();
  let from = 0;
  for (const [at, { atMs, account }] of sorted.entries()) {
    writing.set(account.id, (writing.get(account.id) ?? 0) + 1);
    for (; (sorted[from] as Written).atMs <= atMs - rule.windowMs; from += 1) {
      leave(writing, (sorted[from] as Written).account.id);
    }
    if (writing.size >= rule.accounts && at - from + 1 >= rule.posts) return atMs;
  }
  return null;
}

function leave(writing: Map<string, number>, id: string): void {
  const left = (writing.get(id) ?? 0) - 1;
  if (left > 0) writing.set(id, left);
  else writing.delete(id);
}
