import { SourceError } from '../../functions/model/errors.ts';
import type { SourcePost } from '../../functions/model/post.ts';
import type { Source, SourceCapability, Span } from '../../functions/ports/source.ts';
import { capabilityOf } from './capability.ts';

/** A source whose posts and failures a test can change between two polls. */
export function scriptedSource(capability: Partial<SourceCapability> = {}) {
  const script = {
    posts: [] as SourcePost[],
    /** Posts a bucket beside those of `posts`; null for a bucket that it cannot count. */
    usual: (_startMs: number): number | null => 0,
    fails: null as string | null,
    /** Posts of spans that end before this cannot be read. */
    failsBefore: 0,
    /** What a failure says of when to ask again. */
    retryAtMs: undefined as number | undefined,
    gone: new Set<string>(),
    asked: [] as { readonly what: string; readonly fromMs: number; readonly toMs: number }[],
  };
  const ask = (what: string, fromMs: number, toMs: number) => {
    script.asked.push({ what, fromMs, toMs });
    if (script.fails === null && toMs >= script.failsBefore) return;
    const retry = script.retryAtMs === undefined ? {} : { retryAtMs: script.retryAtMs };
    throw new SourceError(script.fails ?? 'too long ago', { retryable: true, ...retry });
  };
  const standing = ({ fromMs, toMs, nowMs }: Span) =>
    script.posts.filter(
      ({ id, createdMs }) =>
        createdMs >= fromMs && createdMs < Math.min(toMs, nowMs) && !script.gone.has(id),
    );
  const source: Source = {
    capability: capabilityOf({ postsWithCounts: false, ...capability }),
    async counts(span, bucketMs) {
      ask('counts', span.fromMs, span.toMs);
      const counts = [];
      for (let startMs = span.fromMs; startMs + bucketMs <= span.toMs; startMs += bucketMs) {
        const usual = script.usual(startMs);
        if (usual === null) continue;
        const posts = standing({ ...span, fromMs: startMs, toMs: startMs + bucketMs }).length;
        counts.push({ startMs, posts: posts + usual });
      }
      return counts;
    },
    async posts(span, limit) {
      ask('posts', span.fromMs, span.toMs);
      const all = standing(span);
      const posts = all.slice(-limit);
      const first = posts.length < all.length ? posts[0] : undefined;
      return { posts, fromMs: first === undefined ? span.fromMs : first.createdMs + 1 };
    },
    async missing(posts, _hashtag, nowMs) {
      ask('missing', nowMs, nowMs);
      return new Set(posts.map(({ id }) => id).filter((id) => script.gone.has(id)));
    },
  };
  return { source, script };
}
