import { describe, expect, it } from 'vitest';
import type { Observation } from '../../functions/signals/burst.ts';
import { followBurst } from '../../functions/steps/follow-burst.ts';
import { aBurst } from '../support/a-burst.ts';
import { aWatch } from '../support/a-watch.ts';

const NOON = Date.UTC(2026, 0, 6, 12);
const bucket = { startMs: NOON, posts: 90 };
const watch = aWatch({
  place: 'one.example',
  source: 'mastodon',
  watchId: 'mastodon:a@one.example',
});

function observed(some: Partial<Observation> = {}): Observation {
  return {
    score: 5,
    expected: 4,
    notice: false,
    alert: false,
    ended: false,
    young: false,
    ...some,
  } as Observation;
}

describe('a bucket that was learned', () => {
  it('opens a burst that says how young its baseline was', () => {
    const young = { notice: true, young: true, learned: 168, needed: 288 };
    expect(followBurst(null, watch, bucket, observed(young), NOON)?.youth).toEqual({
      learned: 168,
      needed: 288,
    });
    expect(followBurst(null, watch, bucket, observed({ notice: true }), NOON)?.youth).toBe(
      undefined,
    );
  });

  it('opens a burst where it stands out', () => {
    const burst = followBurst(null, watch, bucket, observed({ notice: true }), NOON + 1);
    expect(burst).toMatchObject({
      burstId: `mastodon:a@one.example/${NOON}`,
      place: 'one.example',
      startMs: NOON,
      endMs: null,
      severity: 'notice',
      score: 5,
      expected: 4,
      peakPosts: 90,
      postsUntilMs: NOON,
      changedMs: NOON + 1,
      assessedUntilMs: 0,
      verdict: null,
      version: 0,
    });
    const graver = followBurst(null, watch, bucket, observed({ notice: true, alert: true }), 1);
    expect(graver?.severity).toBe('alert');
  });

  it('opens none where it does not', () => {
    expect(followBurst(null, watch, bucket, observed(), NOON)).toBeNull();
  });

  it.each([
    ['more posts', { posts: 900 }, observed(), { peakPosts: 900 }],
    ['fewer posts', { posts: 1 }, observed(), { peakPosts: 180 }],
    ['a higher score', {}, observed({ score: 99 }), { score: 99 }],
    ['a lower score', {}, observed({ score: 1 }), { score: 7.1 }],
    ['the graver severity', {}, observed({ alert: true }), { severity: 'alert' }],
    ['its end', {}, observed({ ended: true }), { endMs: NOON + 300_000 }],
  ])('raises an open burst by %s', (_, counted, observation, change) => {
    const open = aBurst({ startMs: NOON - 600_000 });
    expect(followBurst(open, watch, { ...bucket, ...counted }, observation, NOON + 1)).toEqual({
      ...open,
      score: 7.1,
      ...change,
    });
  });

  it('opens another after one that ended, and else leaves that alone', () => {
    const over = aBurst({ startMs: NOON - 9e6, endMs: NOON - 5e6 });
    expect(followBurst(over, watch, bucket, observed(), NOON)).toBe(over);
    expect(followBurst(over, watch, bucket, observed({ notice: true }), NOON)?.startMs).toBe(NOON);
  });
});
