import type { Company } from './company.ts';
import type { KeptPosts } from './kept-posts.ts';

/**
 * A watch's newest buckets look on the way to a burst: it is polled every minute, and its posts are kept
 * aside. They belong to the burst if one opens, and are forgotten if none does.
 */
export type Suspected = KeptPosts & {
  /** Posts counted in its buckets. */
  readonly posts: number;
  /** Null before posts were kept. */
  readonly company: Company | null;
};

const PREFIX = 'suspected#';

/** Where the posts are kept until a burst takes them over; no burst has such an id. */
export function suspectedIdOf(watchId: string, keptFromMs: number): string {
  return `${PREFIX}${watchId}/${keptFromMs}`;
}

export function isSuspectedId(burstId: string): boolean {
  return burstId.startsWith(PREFIX);
}
