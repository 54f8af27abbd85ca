import type { SourcePost } from '../../model/post.ts';
import type { PostReading, Span } from '../../ports/source.ts';
import { newestPosts } from '../posts/newest-posts.ts';

/** A span's posts as they come, newest first, until there are enough. */
export type NewestOf = {
  /** Posts still missing to the limit. */
  wanted(): number;
  add(posts: readonly SourcePost[]): void;
  /** The reading, when there are no more. */
  whole(): PostReading;
  /** The reading, when older posts are left. */
  part(): PostReading;
};

export function newestOf(span: Pick<Span, 'fromMs' | 'toMs'>, limit: number): NewestOf {
  const { fromMs, toMs } = span;
  const found = new Map<string, SourcePost>();
  let oldestMs = toMs;

  const reading = (readMs: number) => newestPosts([...found.values()], readMs, span, limit);

  return {
    wanted: () => limit - found.size,
    add(posts) {
      for (const post of posts) {
        oldestMs = Math.min(oldestMs, post.createdMs);
        if (post.createdMs >= fromMs && post.createdMs < toMs) found.set(post.id, post);
      }
    },
    whole: () => reading(fromMs),
    // Another of the same millisecond may be left.
    part: () => reading(oldestMs + 1),
  };
}
