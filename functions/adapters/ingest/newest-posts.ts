import type { SealedPost } from '../../model/post.ts';
import type { PostReading } from '../../ports/source.ts';

type Span = { readonly fromMs: number; readonly toMs: number; readonly nowMs: number };

/** The newest posts of what comes minute by minute, the newest minutes first; `limit` at most. */
export async function newestPosts(
  minutes: AsyncIterable<readonly SealedPost[]>,
  { fromMs, toMs, nowMs }: Span,
  limit: number,
): Promise<PostReading> {
  const found: SealedPost[] = [];
  for await (const posts of minutes) {
    found.push(...posts);
    if (found.length > limit) break;
  }
  found.sort((one, other) => one.createdMs - other.createdMs || (one.id < other.id ? -1 : 1));
  const posts = limit > 0 ? found.slice(-limit) : [];
  const oldest = posts[0];
  // Another of the same moment may be left.
  const readMs = oldest === undefined ? toMs : oldest.createdMs + 1;
  return {
    posts: posts.map((post) => asSeenAt(nowMs, post)),
    fromMs: found.length > posts.length ? readMs : fromMs,
  };
}

/** A deletion to come is not known yet. */
function asSeenAt(nowMs: number, post: SealedPost): SealedPost {
  const { deletedMs } = post.sealed;
  if (deletedMs === null || deletedMs <= nowMs) return post;
  return { ...post, sealed: { ...post.sealed, deletedMs: null } };
}
