import type { SourcePost } from '../../model/post.ts';
import type { PostReading, Span } from '../../ports/source.ts';

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

export function newestOf({ fromMs, toMs }: Pick<Span, 'fromMs' | 'toMs'>, limit: number): NewestOf {
  const found = new Map<string, SourcePost>();
  let oldestMs = toMs;

  function reading(readMs: number): PostReading {
    const all = [...found.values()].sort((one, other) => one.createdMs - other.createdMs);
    const posts = all.slice(-limit);
    const cutMs = posts.length < all.length ? (posts[0]?.createdMs ?? toMs) + 1 : fromMs;
    return { posts, fromMs: Math.min(toMs, Math.max(fromMs, readMs, cutMs)) };
  }

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
