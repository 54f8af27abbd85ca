import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listedAtMs } from '../../../../bench/simulator/blocks/trend-list.ts';

const RULE = { accounts: 3, posts: 5, windowMs: 100 };

function written(...posts: readonly (readonly [number, string])[]) {
  return posts.map(([atMs, id]) => ({ atMs, account: { id, createdMs: 0 } }));
}

describe('listedAtMs', () => {
  it('is the post that makes enough posts by enough accounts', () => {
    expect(
      listedAtMs(written([0, 'a'], [10, 'b'], [20, 'c'], [30, 'a'], [40, 'b'], [50, 'c']), RULE),
    ).toBe(40);
  });

  it('is never if too few accounts write, or too slowly', () => {
    expect(
      listedAtMs(written([0, 'a'], [1, 'b'], [2, 'a'], [3, 'b'], [4, 'a'], [5, 'b']), RULE),
    ).toBeNull();
    expect(
      listedAtMs(written([0, 'a'], [30, 'b'], [60, 'c'], [90, 'a'], [120, 'b']), RULE),
    ).toBeNull();
    // The first is out of the window when the last comes.
    expect(
      listedAtMs(written([0, 'a'], [25, 'b'], [50, 'c'], [75, 'a'], [100, 'b']), RULE),
    ).toBeNull();
    expect(listedAtMs([], RULE)).toBeNull();
  });

  it('forgets an account with its last post in the window', () => {
    expect(
      listedAtMs(
        written([0, 'a'], [50, 'b'], [110, 'c'], [120, 'c'], [130, 'c'], [140, 'b'], [145, 'a']),
        RULE,
      ),
    ).toBe(145);
  });

  it('says what counting each window anew says', () => {
    const posts = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 400 }), fc.constantFrom('a', 'b', 'c', 'd')),
    );
    fc.assert(
      fc.property(posts, (drawn) => {
        const sorted = drawn.toSorted(([one], [other]) => one - other);
        const first = sorted.find(([atMs], at) => {
          const window = sorted.slice(0, at + 1).filter(([time]) => time > atMs - RULE.windowMs);
          return window.length >= 5 && new Set(window.map(([, id]) => id)).size >= 3;
        });

        expect(listedAtMs(written(...drawn), RULE)).toBe(first?.[0] ?? null);
      }),
    );
  });
});
