import type { SourcePost } from '../../model/post.ts';
import type { PostNames } from './post-names.ts';
import type { TagReading } from './tag-reading.ts';

/** What was read, under the names by which others know it. */
export type TimelineView = {
  readonly posts: ReadonlyMap<string, SourcePost>;
  /** As of a reading: everything made after this has been read. */
  readonly coveredMs: number;
};

export function viewOf(reading: TagReading, host: string, names: PostNames): TimelineView {
  const posts = new Map<string, SourcePost>();
  for (const post of reading.posts.values()) {
    const id = names.nameOf(host, post.id, reading.addresses.get(post.id) ?? '');
    posts.set(id, id === post.id ? post : { ...post, id });
  }
  return { posts, coveredMs: reading.coveredMs };
}

/**
 * The same post once, as its home shows it or else the first; read as far as the server that read
 * least.
 */
export function unite(
  views: readonly { readonly host: string; readonly answer: TimelineView }[],
): TimelineView {
  const [only] = views;
  if (only !== undefined && views.length === 1) return only.answer;
  const posts = new Map<string, SourcePost>();
  for (const { host, answer } of views)
    for (const [id, post] of answer.posts)
      if (!posts.has(id) || id.startsWith(`${host}/`)) posts.set(id, post);
  return { posts, coveredMs: Math.max(...views.map(({ answer }) => answer.coveredMs)) };
}
