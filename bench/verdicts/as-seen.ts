import type { Post } from '../../functions/model/post.ts';

/**
 * Posts as a monitor knew them: what had vanished by then and no more. The sets tell every
 * deletion, also those of an hour later.
 *
 * @param posts in order of time
 * @param nowMs when it looked; by default when the last post came
 */
export function asSeen(
  posts: readonly Post[],
  nowMs: number = posts.at(-1)?.createdMs ?? 0,
): readonly Post[] {
  return posts.map((post) =>
    post.deletedMs !== null && post.deletedMs > nowMs ? { ...post, deletedMs: null } : post,
  );
}
