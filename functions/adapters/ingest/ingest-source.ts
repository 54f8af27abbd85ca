import { isWithin, knownSpans, type TimeSpan } from '../../model/vouched.ts';
import type { IngestStore } from '../../ports/ingest-store.ts';
import type { Source, Span } from '../../ports/source.ts';
import { ingestCapability } from './capability.ts';
import { countMinutes } from './count-minutes.ts';
import { goneOf, spanOf } from './gone-posts.ts';
import { readNewest } from './read-newest.ts';
import { demandSpeaking } from './silent-partner.ts';

export type IngestOptions = {
  /** By its name, which is the place of its watches. */
  readonly partner: string;
  /** @default false */
  readonly tellsDeletions?: boolean;
  /** Posts counted in one question of the past. @default 50,000 */
  readonly mostPastPosts?: number;
};

/**
 * What one partner handed in. A bucket is counted only where the partner vouched for all of it. Posts
 * that were deleted are counted and read like others, and say when that was.
 */
export function ingestSource(
  store: Pick<IngestStore, 'read' | 'vouched'>,
  { partner, tellsDeletions = false, mostPastPosts = 50_000 }: IngestOptions,
): Source {
  /** Of the question how far it can be counted; the counting that follows needs it again. */
  let asked: { readonly key: string; readonly spans: readonly TimeSpan[] } | undefined;

  async function known(hashtag: string): Promise<readonly TimeSpan[]> {
    const [general, shelf] = await Promise.all([
      store.vouched(partner, null),
      store.vouched(partner, hashtag),
    ]);
    return knownSpans(general, shelf);
  }

  async function count(span: Span, bucketMs: number, mostPosts: number) {
    const { hashtag, fromMs, toMs, nowMs } = span;
    const fresh = asked?.key === `${nowMs} ${hashtag}` ? asked.spans : undefined;
    asked = undefined;
    const spans = fresh ?? (await known(hashtag));
    const untilMs = Math.min(toMs, nowMs);
    const posts = store.read({ partner, hashtag }, fromMs, untilMs, 'oldest-first');
    const { counts, readMs } = await countMinutes(posts, { fromMs, untilMs }, bucketMs, mostPosts);
    return {
      counts: counts.filter(({ startMs }) =>
        isWithin(spans, { fromMs: startMs, toMs: startMs + bucketMs }),
      ),
      readMs,
    };
  }

  return {
    capability: ingestCapability(tellsDeletions),

    async countedUntilMs(hashtag, nowMs) {
      const spans = await known(hashtag);
      asked = { key: `${nowMs} ${hashtag}`, spans };
      const untilMs = Math.min(nowMs, spans.at(-1)?.toMs ?? 0);
      demandSpeaking(partner, hashtag, untilMs, nowMs);
      return untilMs;
    },

    counts: async (span, bucketMs) =>
      (await count(span, bucketMs, Number.POSITIVE_INFINITY)).counts,

    async past(span, bucketMs) {
      const { counts, readMs } = await count(span, bucketMs, mostPastPosts);
      return { counts, untilMs: readMs ?? span.toMs };
    },

    posts: ({ hashtag, ...span }, limit) =>
      readNewest(
        store.read(
          { partner, hashtag },
          span.fromMs,
          Math.min(span.toMs, span.nowMs),
          'newest-first',
        ),
        span,
        limit,
      ),

    async missing(posts, hashtag, nowMs) {
      const span = spanOf(posts);
      if (span === undefined) return new Set();
      return goneOf(posts, store.read({ partner, hashtag }, ...span, 'newest-first'), nowMs);
    },
  };
}
