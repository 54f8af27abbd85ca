import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../functions/model/evidence.ts';
import type { SourcePost } from '../../functions/model/post.ts';
import type { Source } from '../../functions/ports/source.ts';
import { aSourcePost } from '../support/a-source-post.ts';
import { aWatch } from '../support/a-watch.ts';
import { capabilityOf } from '../support/capability.ts';
import { openMonitor } from '../support/memory-monitor.ts';

const MINUTE_MS = 60_000;
const SLOT_MS = 5 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const DAWN = Date.UTC(2026, 0, 5);
const CROWD = 150;
const HASHTAGS = ['cup', 'final', 'team'] as const;
const burstMs = (number: number) => DAWN + (number + 1) * DAY_MS;

/** The same people three days in a row, each with words of their own: by their second day they came back. */
function threeDays(hashtagsOf: (day: number) => readonly string[]): SourcePost[] {
  return HASHTAGS.flatMap((_, day) =>
    Array.from({ length: CROWD }, (_, person) =>
      aSourcePost(day * CROWD + person, {
        authorId: `author-${person}`,
        createdMs: burstMs(day) + Math.floor((person * SLOT_MS) / CROWD),
        hashtags: hashtagsOf(day),
      }),
    ),
  );
}

function sourceOf(all: readonly SourcePost[]): Source {
  const within = (hashtag: string, fromMs: number, toMs: number) =>
    all.filter(
      (post) =>
        post.hashtags.includes(hashtag) && post.createdMs >= fromMs && post.createdMs < toMs,
    );
  return {
    capability: capabilityOf({
      historyMs: 2 * DAY_MS,
      deletions: 'unseen',
      postsWithCounts: false,
    }),
    async counts({ hashtag, fromMs, toMs }, bucketMs) {
      const counts = [];
      for (let startMs = fromMs; startMs + bucketMs <= toMs; startMs += bucketMs) {
        counts.push({ startMs, posts: within(hashtag, startMs, startMs + bucketMs).length });
      }
      return counts;
    },
    posts: async ({ hashtag, fromMs, toMs }) => ({
      posts: within(hashtag, fromMs, toMs),
      fromMs,
    }),
    missing: async () => new Set(),
  };
}

/** Each hashtag is watched on a day of its own, so that each bursts once, after the others. */
async function lastBurst(posts: readonly SourcePost[]) {
  const monitor = openMonitor(sourceOf(posts));
  for (const [day, hashtag] of HASHTAGS.entries()) {
    const watchId = `replay:${hashtag}`;
    const watch = aWatch({ watchId, hashtag, phaseMinutes: 0, createdMs: burstMs(day) - DAY_MS });
    const { version } = await monitor.stores.watches.save(watch);
    for (let ms = burstMs(day) - 2 * HOUR_MS; ms < burstMs(day) + 7 * HOUR_MS; ms += SLOT_MS)
      await monitor.tick(ms);
    const now = await monitor.stores.watches.get(watchId);
    await monitor.stores.watches.save({
      ...watch,
      state: 'paused',
      version: now?.version ?? version,
    });
  }
  const [burst] = await monitor.stores.bursts.ofWatch('replay:team', 5);
  return burst;
}

const reuseOf = (evidence: readonly Evidence[] | undefined) =>
  evidence?.find(({ signal }) => signal === 'reuse');

describe('people who come back, as the monitor sees them', () => {
  it('came back under hashtags that have nothing to do with each other', async () => {
    const burst = await lastBurst(threeDays((day) => HASHTAGS.slice(day, day + 1)));

    expect(burst?.company).toEqual({ posts: CROWD, counts: {} });
    expect(reuseOf(burst?.verdict?.evidence)).toMatchObject({
      state: 'measured',
      detail: { returningAccounts: CROWD, subjects: 2 },
    });
  });

  it('came back nowhere under sisters, which stand in the same posts', async () => {
    const burst = await lastBurst(threeDays(() => HASHTAGS));

    expect(burst?.company).toEqual({ posts: CROWD, counts: { cup: CROWD, final: CROWD } });
    expect(reuseOf(burst?.verdict?.evidence)).toMatchObject({
      state: 'unmeasured',
      reason: expect.stringMatching(/^bursts of 0 of 2 /),
    });
  });
});
