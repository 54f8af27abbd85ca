import type { Post } from '../../../functions/model/post.ts';
import { quantile } from '../quantile.ts';

const DAY_MS = 86_400_000;
const YOUNG_DAYS = 90;
const MIN_DATES = 20;

/** Share of the accounts with a date that are younger than 90 days; 0 with fewer than 20 dates. */
export function youngShare(posts: readonly Post[]): number {
  const ages = agesOf(posts);
  if (ages.length < MIN_DATES) return 0;
  return ages.filter((days) => days < YOUNG_DAYS).length / ages.length;
}

/** Median age of the accounts, negated so that the young rank first; last with fewer than 20 dates. */
export function medianYouth(posts: readonly Post[]): number {
  const ages = agesOf(posts);
  return ages.length < MIN_DATES ? Number.NEGATIVE_INFINITY : -quantile(ages, 0.5);
}

/** Days at the first post, of accounts whose date is known. */
function agesOf(posts: readonly Post[]): readonly number[] {
  const first = new Map<string, number>();
  for (const { account, createdMs, accountCreatedMs } of posts) {
    if (accountCreatedMs === null || first.has(account)) continue;
    first.set(account, (createdMs - accountCreatedMs) / DAY_MS);
  }
  return [...first.values()];
}
