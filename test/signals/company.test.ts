import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  companyOf,
  companyShares,
  joinCompany,
  NO_COMPANY,
} from '../../functions/signals/company.ts';

describe('the company of a hashtag', () => {
  it('counts in how many posts others stand, never itself', () => {
    const posts = [['cup', 'final', 'final'], ['cup'], ['cup', 'team', 'final']];

    expect(companyOf('cup', posts)).toEqual({ posts: 3, counts: { final: 2, team: 1 } });
    expect(companyShares(companyOf('cup', posts))).toEqual({ final: 2 / 3, team: 1 / 3 });
  });

  it('keeps the sixteen most frequent, of equal ones the first by spelling', () => {
    const rare = Array.from({ length: 20 }, (_, n) => ['cup', `r${n + 10}`]);
    const { counts } = companyOf('cup', [...rare.toReversed(), ['cup', 'z'], ['cup', 'z']]);

    expect(Object.keys(counts)).toEqual([
      'z',
      ...Array.from({ length: 15 }, (_, n) => `r${n + 10}`),
    ]);
  });

  it('leaves out what is too long to be a name', () => {
    expect(companyOf('cup', [['cup', 'x'.repeat(101), 'y'.repeat(100)]]).counts).toEqual({
      ['y'.repeat(100)]: 1,
    });
  });

  it('is unknown where no post was counted', () => {
    expect(companyShares(null)).toBeUndefined();
    expect(companyShares(NO_COMPANY)).toBeUndefined();
    expect(companyShares(companyOf('cup', [['cup']]))).toEqual({});
  });

  it('comes to the same however the posts were cut, while few hashtags are about', () => {
    const hashtags = fc.subarray(['cup', 'final', 'team', '__proto__', 'constructor'], {
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.array(hashtags), fc.nat(), (posts, place) => {
        const cut = posts.length === 0 ? 0 : place % posts.length;
        const parts = [posts.slice(0, cut), posts.slice(cut)].map((some) => companyOf('cup', some));
        const joined = parts.reduce(joinCompany, NO_COMPANY);

        expect(joined).toEqual(companyOf('cup', posts));
      }),
    );
  });
});
