import type { Post } from '../model/post.ts';

/** Keeps the pseudonymised posts of bursts for 30 days, of suspected ones (model/suspected) for one. */
export interface PostStore {
  /**
   * Keeps what one poll saw. Repeated with the same `pollMs` it keeps the union by post id:
   * a repeat may see fewer posts, and loses none. Any number of posts.
   */
  append(burstId: string, pollMs: number, posts: readonly Post[]): Promise<void>;

  /** Notes posts that one poll missed. A post's earliest note stands. */
  markGone(burstId: string, pollMs: number, postIds: readonly string[]): Promise<void>;

  /**
   * Posts seen by polls from `sincePollMs` on (all by default), in order of creation, each once,
   * with `deletedMs` set to the poll that first missed it.
   */
  read(burstId: string, sincePollMs?: number): Promise<readonly Post[]>;
}
