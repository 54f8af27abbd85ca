import { expect, it } from 'vitest';
import { chanceFrom } from '../../../bench/simulator/chance.ts';
import { jittered, thinned } from '../../../bench/volume/jitter.ts';
import { BURST } from '../../../functions/settings/burst.ts';

it('shakes every number of the settings by a factor of its own, and nothing else', () => {
  const shaken = jittered(BURST, chanceFrom('a'));
  const factors = [
    shaken.thresholds.notice / BURST.thresholds.notice,
    shaken.thresholds.alert / BURST.thresholds.alert,
    shaken.quietPolls / BURST.quietPolls,
    shaken.fullEvidence / BURST.fullEvidence,
    shaken.baselinePolls / BURST.baselinePolls,
  ];

  expect(shaken.season).toBe(BURST.season);
  expect(Object.keys(shaken)).toEqual(Object.keys(BURST));
  expect(new Set(factors).size).toBe(factors.length);
  for (const factor of factors) {
    expect(factor).toBeGreaterThanOrEqual(0.75);
    expect(factor).toBeLessThan(1.25);
  }
  expect(jittered(BURST, chanceFrom('a'))).toEqual(shaken);
  expect(jittered(BURST, chanceFrom('b'))).not.toEqual(shaken);
});

it('leaves out a tenth of posts, whole ones, and none of nothing', () => {
  const buckets = Array.from({ length: 2000 }, (_, row) => ({ startMs: row, posts: row % 50 }));
  const { buckets: left } = thinned({ name: '', buckets, windows: [] }, 0.1, chanceFrom('t'));
  const total = (of: readonly { posts: number }[]) => of.reduce((sum, { posts }) => sum + posts, 0);

  expect(total(left) / total(buckets)).toBeGreaterThan(0.89);
  expect(total(left) / total(buckets)).toBeLessThan(0.91);
  expect(left.every(({ posts }) => Number.isInteger(posts) && posts >= 0)).toBe(true);
  expect(left[0]?.posts).toBe(0);
});
