import type { SealedPost } from '../../model/post.ts';
import type { PostReading } from '../../ports/source.ts';
import { newestPosts } from '../posts/newest-posts.ts';

type Span = { readonly fromMs: number; readonly toMs: number; readonly nowMs: number };

/** The newest posts of what comes minute by minute, the newest minutes first; `limit` at most. */
export async function readNewest(
  minutes: AsyncIterable<readonly SealedPost[]>,
  { fromMs, toMs, nowMs }: Span,
  limit: number,
): Promise<PostReading> {
  if (limit <= 0) return { posts: [], fromMs: toMs };
  const found: SealedPost[] = [];
  for await (const posts of minutes) {
    found.push(...posts);
    if (found.length > limit) break;
  }
  found.sort((one, other) => (one.id < other.id ? -1 : 1));
  const { posts, fromMs: allFromMs } = newestPosts(found, fromMs, { fromMs, toMs }, limit);
  return { posts: posts.map((post) => asSeenAt(nowMs, post)), fromMs: allFromMs };
}

/** A deletion to come is not known yet. */
function asSeenAt(nowMs: number, post: SealedPost): SealedPost {
  const { deletedMs } = post.sealed;
  if (deletedMs === null || deletedMs <= nowMs) return post;
  return { ...post, sealed: { ...post.sealed, deletedMs: null } };
}
