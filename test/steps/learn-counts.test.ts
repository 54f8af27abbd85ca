import { describe, expect, it } from 'vitest';
import { burstSettings } from '../../functions/settings/burst.ts';
import { POLLING } from '../../functions/settings/polling.ts';
import { FRESH_DETECTOR, observe, skipMissed } from '../../functions/signals/burst.ts';
import { learnCounts } from '../../functions/steps/learn-counts.ts';
import type { NewCounts } from '../../functions/steps/read-counts.ts';
import { aBaseline, aChunk } from '../support/a-baseline.ts';
import { aBurst } from '../support/a-burst.ts';
import { aWatch } from '../support/a-watch.ts';

const NOON = Date.UTC(2026, 0, 6, 12);
const SLOT_MS = 300_000;
const settings = burstSettings(5);
const watch = aWatch({ phaseMinutes: 0 });
const fresh = aBaseline({ learnedUntilMs: NOON, volume: null });

function counts(posts: readonly (number | null)[], some: Partial<NewCounts> = {}): NewCounts {
  const buckets = posts.map((count, index) => ({ startMs: NOON + index * SLOT_MS, posts: count }));
  return { late: 0, lost: 0, buckets, ...some };
}

const learn = (news: NewCounts, baseline = fresh, open: ReturnType<typeof aBurst> | null = null) =>
  learnCounts(watch, baseline, open, news, NOON + 99, { burst: settings, suspect: POLLING });

const steady = Array.from({ length: 400 }, (_, index) => 4 + (index % 3));

describe('new counts', () => {
  it('are each scored before they are learned', () => {
    const { baseline } = learn(counts([5, 6]));
    const first = observe(FRESH_DETECTOR, { startMs: NOON, posts: 5 }, settings);
    const second = observe(first.state, { startMs: NOON + SLOT_MS, posts: 6 }, settings);

    expect(baseline.detector).toEqual(second.state);
    expect(baseline.learnedUntilMs).toBe(NOON + 2 * SLOT_MS);
    expect(baseline.volume?.posts).toEqual([5, 6]);
  });

  it('that were missed are gaps, to the detector as in the history', () => {
    const { baseline } = learn(counts([5, null], { lost: 3 }));
    const skipped = skipMissed(FRESH_DETECTOR, 3, settings);
    const { state } = observe(skipped, { startMs: NOON, posts: 5 }, settings);

    expect(baseline.detector).toEqual(skipMissed(state, 1, settings));
    expect(baseline.volume).toMatchObject({ posts: [5, null] });
    expect(baseline.volume?.expected.at(-1)).toBeNull();
  });

  it('open a burst where they stand out, at the bucket that did', () => {
    const { bursts, baseline } = learn(counts([...steady, 900]));
    expect(bursts).toHaveLength(1);
    expect(bursts[0]).toMatchObject({ startMs: NOON + 400 * SLOT_MS, peakPosts: 900 });
    expect(bursts[0]?.expected).toBeGreaterThan(1);
    expect(bursts[0]?.expected).toBeLessThan(20);
    expect(baseline.openBurstMs).toBe(bursts[0]?.startMs);
  });

  it('raise and close the burst that is open', () => {
    const opened = learn(counts([...steady, 900]));
    const after = Array.from({ length: 80 }, (_, index) => ({
      startMs: NOON + (401 + index) * SLOT_MS,
      posts: 5,
    }));
    const { bursts } = learn(
      counts([], { buckets: after }),
      opened.baseline,
      opened.bursts[0] ?? null,
    );
    expect(bursts).toHaveLength(1);
    expect(bursts[0]?.endMs).toBeGreaterThan(NOON + 401 * SLOT_MS);
  });

  it('add late posts to the bucket before', () => {
    const volume = aChunk({ startMs: NOON - 2 * SLOT_MS, posts: [3, 4], expected: [3, 4] });
    const { baseline } = learn(
      counts([7], { late: 2 }),
      aBaseline({ learnedUntilMs: NOON, volume }),
    );
    expect(baseline.volume?.posts).toEqual([3, 6, 7]);
  });

  it('add none to a bucket that was missed', () => {
    const volume = aChunk({ startMs: NOON - 2 * SLOT_MS, posts: [3, null], expected: [3, null] });
    const { baseline } = learn(
      counts([7], { late: 2 }),
      aBaseline({ learnedUntilMs: NOON, volume }),
    );
    expect(baseline.volume?.posts).toEqual([3, null, 7]);
  });

  it('add late posts to what the open burst counted, once, and only to its own buckets', () => {
    const volume = aChunk({ startMs: NOON - 2 * SLOT_MS, posts: [90, 90], expected: [3, 3] });
    const baseline = aBaseline({ learnedUntilMs: NOON, volume });
    const counted = { fromMs: NOON - 2 * SLOT_MS, untilMs: NOON, posts: 180 };
    const open = aBurst({ startMs: NOON - 2 * SLOT_MS, counted });
    const news = counts([70], { late: 2 });

    const [burst] = learn(news, baseline, open).bursts;
    expect(burst?.counted).toEqual({ ...counted, untilMs: NOON + SLOT_MS, posts: 252 });
    // By a poll that died after it had kept the burst.
    expect(learn(news, baseline, burst).bursts[0]?.counted).toEqual(burst?.counted);
    const young = aBurst({ startMs: NOON, counted: { fromMs: NOON, untilMs: NOON, posts: 0 } });
    expect(learn(news, baseline, young).bursts[0]?.counted.posts).toBe(70);
  });

  it('add late posts to what is suspected, for the burst that takes it over', () => {
    const { baseline } = learn(counts(steady));
    const startMs = baseline.learnedUntilMs;
    const kept = { keptFromMs: startMs - SLOT_MS, postsUntilMs: startMs, lookedMs: startMs };
    const suspected = { ...kept, unread: [], posts: 30, company: null };
    const news = counts([], { late: 2, buckets: [{ startMs, posts: 900 }] });

    const { bursts } = learn(news, { ...baseline, suspected });

    expect(bursts[0]?.counted.posts).toBe(932);
  });

  it('that are none change nothing, and keep the open burst in sight', () => {
    const open = aBurst({ startMs: NOON - SLOT_MS });
    const baseline = aBaseline({ openBurstMs: open.startMs });
    expect(learn(counts([]), baseline, open)).toEqual({ baseline, full: [], bursts: [open] });
  });

  it('hand over full chunks', () => {
    const { full, baseline } = learn(counts(steady.slice(0, 150)));
    expect(full.map(({ posts }) => posts.length)).toEqual([72, 72]);
    expect(baseline.volume?.posts).toHaveLength(6);
  });
});
