import { describe, expect, it } from 'vitest';
import { BURST } from '../../functions/settings/burst.ts';
import type { Observation } from '../../functions/signals/burst.ts';
import { isOnTheWay } from '../../functions/signals/on-the-way.ts';

const quiet: Observation = {
  posts: 5,
  expected: 5,
  score: 0,
  notice: false,
  alert: false,
  inBurst: false,
  ended: false,
  young: false,
  learned: 400,
  needed: 288,
};

const look = (some: Partial<Observation>) => isOnTheWay({ ...quiet, ...some }, BURST, 0.3);

describe('a bucket', () => {
  it('as usual is on the way to nothing', () => {
    expect(look({})).toBe(false);
  });

  it('is on the way at the multiple that an alarm tests for, if it is enough posts above', () => {
    expect(look({ posts: 17, expected: 5 })).toBe(true);
    expect(look({ posts: 16, expected: 5 })).toBe(false);
    expect(look({ posts: 8, expected: 0.1 })).toBe(false);
    expect(look({ posts: 9.2, expected: 0.1 })).toBe(true);
  });

  it('is on the way by its score alone, where a hashtag is slow', () => {
    const enough = 0.3 * BURST.thresholds.notice;
    expect(look({ score: enough })).toBe(true);
    expect(look({ score: enough - 0.01 })).toBe(false);
  });

  it('of a young baseline, or of a burst that is open, tells nothing', () => {
    expect(look({ posts: 500, young: true })).toBe(false);
    expect(look({ posts: 500, inBurst: true })).toBe(false);
  });
});
