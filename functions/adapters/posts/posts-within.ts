import type { SourcePost } from '../../model/post.ts';
import type { Span } from '../../ports/source.ts';

/** The posts of a reading that were made within a span. A network's clock may be ahead of ours: what it dates later than now waits for its time. */
export function postsWithin(
  { posts }: { readonly posts: ReadonlyMap<string, SourcePost> },
  { fromMs, toMs, nowMs }: Pick<Span, 'fromMs' | 'toMs' | 'nowMs'>,
): readonly SourcePost[] {
  const endMs = Math.min(toMs, nowMs);
  return [...posts.values()].filter(({ createdMs }) => createdMs >= fromMs && createdMs < endMs);
}
