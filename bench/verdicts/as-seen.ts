import type { Post } from '../../functions/model/post.ts';

/**
 * Posts as a monitor knew them when the last of them came: what had vanished by then and no more.
 * The sets tell every deletion, also those of an hour later.
 *
 * @param posts in order of time
 */
export function asSeen(posts: readonly Post[]): readonly Post[] {
  const nowMs = posts.at(-1)?.createdMs ?? 0;
  return posts.map((post) =>
    post.deletedMs !== null && post.deletedMs > nowMs ? { ...post, deletedMs: null } : post,
  );
}
