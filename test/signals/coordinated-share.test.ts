import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measured, unmeasured } from '../../functions/model/evidence.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { coordinatedShare } from '../../functions/signals/coordinated-share.ts';

const settings = DETECTION.share;
const vanished = (gone: number, posts: number) =>
  measured('deletion', 9, gone / posts, gone, { gone, posts });
const cameBack = (returningPosts: number, comparedPosts: number) =>
  measured('reuse', 9, returningPosts / comparedPosts, 9, { returningPosts, comparedPosts });

describe('coordinatedShare', () => {
  it('takes off what ordinary people do, and stays around what was counted', () => {
    // 300 of 1,000 gone, of which 3 in 100 would be anyway: (.3 - .03) / .97 / .98 = .284.
    const share = coordinatedShare([vanished(300, 1000)], settings);

    expect(share?.likely).toBeCloseTo(0.284, 3);
    expect(share?.low).toBeGreaterThan(0.24);
    expect(share?.low).toBeLessThan(0.27);
    // The upper end of the count at 90 % over what is seen at least: .3243 / .85.
    expect(share?.high).toBeCloseTo(0.382, 2);
  });

  it('narrows where two signals count', () => {
    const alone = coordinatedShare([cameBack(200, 1000)], settings);
    const both = coordinatedShare([cameBack(200, 1000), vanished(300, 1000)], settings);

    expect(alone).toMatchObject({ low: expect.closeTo(0.172, 2), high: expect.closeTo(0.527, 1) });
    expect((both?.high ?? 1) - (both?.low ?? 0)).toBeLessThan(
      (alone?.high ?? 1) - (alone?.low ?? 0),
    );
  });

  it('tells the whole range where signals contradict each other', () => {
    const share = coordinatedShare([cameBack(800, 1000), vanished(100, 1000)], settings);

    expect(share?.low).toBeLessThan(0.1);
    expect(share?.high).toBe(1);
  });

  it('says nothing where nothing that stands counts posts', () => {
    const told = [
      measured('creation-clustering', 9, 4, 30),
      unmeasured('deletion', 'not looked for'),
    ];

    expect(coordinatedShare(told, settings)).toBeNull();
    expect(coordinatedShare([], settings)).toBeNull();
  });

  it('is always an interval around its likely value, within 0 and 1', () => {
    const counted = fc
      .integer({ min: 1, max: 5000 })
      .chain((posts) => fc.tuple(fc.integer({ min: 0, max: posts }), fc.constant(posts)));
    fc.assert(
      fc.property(counted, counted, ([gone, posts], [back, compared]) => {
        const share = coordinatedShare([vanished(gone, posts), cameBack(back, compared)], settings);
        const { low, likely, high } = share ?? { low: 1, likely: 0, high: 0 };
        expect(low).toBeGreaterThanOrEqual(0);
        expect(likely).toBeGreaterThanOrEqual(low);
        expect(high).toBeGreaterThanOrEqual(likely);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});
