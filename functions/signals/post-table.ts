import type { Post } from '../model/post.ts';
import { type PostTable, postColumns } from './post-columns.ts';

export type { PostTable };

/** Any order goes in, and posts that came twice; the same table comes out. */
export function tabulate(given: readonly Post[]): PostTable {
  const columns = postColumns();
  const byId = new Map(given.map((post) => [post.id, post]));
  const rows = Int32Array.from(inOrder([...byId.values()]), columns.add);
  return columns.select(rows);
}

function inOrder(posts: Post[]): Post[] {
  return posts.sort(
    (one, other) => one.createdMs - other.createdMs || (one.id < other.id ? -1 : 1),
  );
}
