import type { Post } from '../../model/post.ts';

/** Posts that one poll missed. */
export type GoneNote = { readonly pollMs: number; readonly postIds: readonly string[] };

/**
 * What polls saw and missed, put together: each post once, as it was first seen, in order of creation,
 * with the earliest time at which it was known to be gone.
 *
 * @param seen in the order of the polls
 */
export function unitePosts(seen: Iterable<Post>, notes: Iterable<GoneNote>): readonly Post[] {
  const goneMs = new Map<string, number>();
  for (const { pollMs, postIds } of notes)
    for (const id of postIds) goneMs.set(id, Math.min(pollMs, goneMs.get(id) ?? pollMs));

  const posts = new Map<string, Post>();
  for (const post of seen) if (!posts.has(post.id)) posts.set(post.id, post);
  return [...posts.values()].map((post) => markedGone(post, goneMs.get(post.id))).sort(byCreation);
}

function markedGone(post: Post, goneMs: number | undefined): Post {
  if (goneMs === undefined) return post;
  return { ...post, deletedMs: Math.min(goneMs, post.deletedMs ?? goneMs) };
}

function byCreation(one: Post, other: Post): number {
  return one.createdMs - other.createdMs || (one.id < other.id ? -1 : 1);
}
