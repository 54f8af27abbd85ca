import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { mostly } from '../../../functions/adapters/net/mostly.ts';

const Page = z.object({ posts: mostly(z.object({ id: z.string().min(1) })) });
const wrong = fc.constantFrom(null, [], {}, 7, 'a', { id: null }, { id: [] }, { id: 1e300 });
const right = fc.string({ minLength: 1 }).map((id) => ({ id }));

describe('a list whose items may be wrong', () => {
  it('is those that are right, in their order, as long as they are most', () => {
    const item = fc.oneof(
      { weight: 4, arbitrary: right.map((value) => ({ value, isRight: true })) },
      { weight: 1, arbitrary: wrong.map((value) => ({ value, isRight: false })) },
    );
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60 }), (items) => {
        const good = items.filter(({ isRight }) => isRight).map(({ value }) => value);
        const read = Page.safeParse({ posts: items.map(({ value }) => value) });

        expect(read.success).toBe(items.length === 0 || good.length > items.length / 2);
        if (read.success) expect(read.data.posts).toEqual(good);
      }),
    );
  });

  it('is wrong where half of them are, and says where', () => {
    const { error } = Page.safeParse({ posts: [{ id: 'a' }, { id: 7 }] });

    expect(error?.issues.map(({ path }) => path)).toEqual([['posts', 1, 'id']]);
  });

  it.each([null, {}, 'a', 7])('is a list, not %j', (posts) => {
    expect(Page.safeParse({ posts }).success).toBe(false);
  });
});
