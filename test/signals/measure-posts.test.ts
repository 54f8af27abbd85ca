import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIGNALS } from '../../functions/model/evidence.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { type MeasureContext, measurePosts } from '../../functions/signals/measure-posts.ts';
import { tabulate } from '../../functions/signals/post-table.ts';
import { NOON_MS, postsAt } from '../support/a-table.ts';
import { anyPost } from '../support/any-post.ts';

const context: MeasureContext = {
  nowMs: NOON_MS + 3_600_000,
  deletionWatched: true,
  deletionTimesKnown: true,
  earlier: null,
};
const posts = postsAt(Array.from({ length: 60 }, (_, at) => at * 1000));

describe('measurePosts', () => {
  it('answers for every signal, in the order a reader meets them', () => {
    const { evidence } = measurePosts(tabulate(posts), context, DETECTION.signals);

    expect(evidence.map((one) => one.signal)).toEqual(SIGNALS);
  });

  it('leaves out what it is asked to', () => {
    const { evidence, groups } = measurePosts(
      tabulate(posts),
      { ...context, without: ['deletion', 'groups'] },
      DETECTION.signals,
    );

    expect(evidence.filter((one) => one.signal === 'deletion' || one.signal === 'groups')).toEqual([
      { signal: 'deletion', state: 'unmeasured', reason: 'left out on request' },
      { signal: 'groups', state: 'unmeasured', reason: 'left out on request' },
    ]);
    expect(groups).toEqual([]);
  });

  it('takes posts in any order, and posts that come twice', () => {
    const many = fc.uniqueArray(anyPost, { maxLength: 80, selector: (post) => post.id });
    fc.assert(
      fc.property(many, fc.infiniteStream(fc.nat()), (some, keys) => {
        const shuffled = [...some, ...some.slice(0, 5)]
          .map((post) => ({ post, key: keys.next().value }))
          .sort((one, other) => one.key - other.key)
          .map(({ post }) => post);
        const measured = measurePosts(tabulate(some), context, DETECTION.signals);

        expect(measurePosts(tabulate(shuffled), context, DETECTION.signals)).toEqual(measured);
      }),
      { numRuns: 60 },
    );
  });

  it('gives numbers that can be stored, for any posts', () => {
    fc.assert(
      fc.property(fc.array(anyPost, { maxLength: 60 }), (some) => {
        for (const one of measurePosts(tabulate(some), context, DETECTION.signals).evidence) {
          if (one.state === 'unmeasured') continue;
          expect(one.score).toBeGreaterThanOrEqual(0);
          expect(Number.isFinite(one.effect)).toBe(true);
          expect(Number.isInteger(one.accounts)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
