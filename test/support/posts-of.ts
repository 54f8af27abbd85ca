import type { SourcePost } from '../../functions/model/post.ts';
import type { Source, Span } from '../../functions/ports/source.ts';

/** The posts of a reading, of a source that does not keep them sealed. */
export async function postsOf(source: Source, span: Span, limit: number): Promise<SourcePost[]> {
  const { posts } = await source.posts(span, limit);
  return posts.filter((post): post is SourcePost => !('sealed' in post));
}
