import { describe, expect, it } from 'vitest';
import { SIGNALS } from '../../functions/model/evidence.ts';
import type { Post } from '../../functions/model/post.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { markText } from '../../functions/signals/text-mark.ts';
import { judge } from '../../functions/steps/judge.ts';

const context = {
  nowMs: 90_000_000,
  deletionWatched: false,
  deletionTimesKnown: false,
  earlier: null,
};

const aPush = (posts: number): Post[] =>
  Array.from({ length: posts }, (_, n) => ({
    id: `p${n}`,
    account: `a${n % 20}`,
    createdMs: 10_000 + n * 61_700,
    accountCreatedMs: null,
    repost: false,
    text: markText(`the old bridge must stay open for every market day number ${n % 3}`, 1),
    language: null,
    followersBucket: null,
    deletedMs: null,
  }));

describe('judge', () => {
  it('weighs every signal of the posts, whatever their order', () => {
    const { verdict } = judge(aPush(120), context, DETECTION);

    expect(verdict).toMatchObject({
      level: 'coordinated',
      standing: ['text', 'concentration'],
      posts: 120,
      accounts: 20,
      startMs: 10_000,
      endMs: 10_000 + 119 * 61_700,
      thresholds: DETECTION.thresholds.version,
    });
    expect(verdict.evidence.map(({ signal }) => signal)).toEqual([...SIGNALS]);
    expect(judge(aPush(120).reverse(), context, DETECTION).verdict).toEqual(verdict);
  });

  it('is undecided about too little', () => {
    expect(judge(aPush(49), context, DETECTION).verdict).toMatchObject({
      level: 'undecided',
      posts: 49,
    });
  });

  it('is undecided about nothing, at the time of the question', () => {
    expect(judge([], context, DETECTION).verdict).toMatchObject({
      level: 'undecided',
      posts: 0,
      accounts: 0,
      startMs: 90_000_000,
      endMs: 90_000_000,
    });
  });

  it('leaves the posts as they were given', () => {
    const posts = Object.freeze(aPush(60).reverse());
    const before = structuredClone(posts);

    judge(posts, context, DETECTION);

    expect(posts).toEqual(before);
  });
});
