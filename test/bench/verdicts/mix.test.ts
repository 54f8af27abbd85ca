import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceFrom } from '../../../bench/simulator/chance.ts';
import { mix, shifted, takeAccounts } from '../../../bench/verdicts/mix.ts';
import type { Post } from '../../../functions/model/post.ts';
import { aPost } from '../../support/a-post.ts';

/** Posts of accounts that post so often each, scattered over an hour. */
function crowd(name: string, postsEach: readonly number[]): readonly Post[] {
  return postsEach
    .flatMap((posts, account) =>
      Array.from({ length: posts }, (_, at) =>
        aPost(at, {
          id: `${name}${account}-${at}`,
          account: `${name}${account}`,
          createdMs: ((account * 7919 + at * 104_729) % 3600) * 1000,
        }),
      ),
    )
    .toSorted((one, other) => one.createdMs - other.createdMs);
}

const postsEach = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 5, maxLength: 40 });
const share = fc.constantFrom(0, 0.05, 0.1, 0.3, 0.5, 0.7);
const countsOf = (posts: readonly Post[]) =>
  new Map([...Map.groupBy(posts, ({ account }) => account)].map(([one, all]) => [one, all.length]));

describe('mix', () => {
  it('takes accounts whole, from both sides, and moves no post', () => {
    fc.assert(
      fc.property(postsEach, postsEach, share, fc.nat(), (few, many, wanted, seed) => {
        const host = crowd('h', many);
        const campaign = crowd('c', few);
        const { posts, injected } = mix(host, campaign, wanted, chanceFrom(seed));
        const given = new Map([...countsOf(host), ...countsOf(campaign)]);

        for (const [account, count] of countsOf(posts)) expect(count).toBe(given.get(account));
        const all = new Set([...host, ...campaign]);
        expect(posts.every((post) => all.has(post))).toBe(true);
        expect(posts).toEqual(
          posts.toSorted(
            (one, other) => one.createdMs - other.createdMs || (one.id < other.id ? -1 : 1),
          ),
        );
        expect([...injected].every((account) => account.startsWith('c'))).toBe(true);
      }),
    );
  });

  it('is as near to the share as one account of either side allows', () => {
    fc.assert(
      fc.property(postsEach, postsEach, share, fc.nat(), (few, many, wanted, seed) => {
        const host = crowd('h', many);
        const campaign = crowd('c', few);
        const { posts, share: got } = mix(host, campaign, wanted, chanceFrom(seed));
        const pushed = posts.filter(({ account }) => account.startsWith('c')).length;
        const total = Math.min(
          host.length / (1 - wanted),
          wanted === 0 ? Number.POSITIVE_INFINITY : campaign.length / wanted,
        );

        expect(Math.abs(pushed - wanted * total)).toBeLessThanOrEqual(Math.max(...few));
        expect(Math.abs(posts.length - pushed - (1 - wanted) * total)).toBeLessThanOrEqual(
          Math.max(...many),
        );
        expect(got).toBeCloseTo(pushed / posts.length, 12);
      }),
    );
  });

  it('is the host itself at a share of nothing', () => {
    const host = crowd('h', [3, 1, 4, 1, 5]);

    expect(mix(host, crowd('c', [2, 2]), 0, chanceFrom(1)).posts).toHaveLength(host.length);
    expect(mix(host, crowd('c', [2, 2]), 0, chanceFrom(1)).injected.size).toBe(0);
  });

  it('draws other accounts with another seed', () => {
    const draw = (seed: number) =>
      takeAccounts(crowd('h', Array(40).fill(2)), 20, chanceFrom(seed)).map(({ id }) => id);

    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });
});

describe('shifted', () => {
  it('keeps ages and lives', () => {
    const [post] = shifted(
      [aPost(1, { createdMs: 500, accountCreatedMs: 100, deletedMs: 700 })],
      1000,
    );

    expect(post).toMatchObject({ createdMs: 1500, accountCreatedMs: 1100, deletedMs: 1700 });
  });

  it('leaves the unknown unknown', () => {
    expect(shifted([aPost(1, { accountCreatedMs: null })], 1000)[0]).toMatchObject({
      accountCreatedMs: null,
      deletedMs: null,
    });
  });
});
