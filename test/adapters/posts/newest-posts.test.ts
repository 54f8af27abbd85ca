import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newestPosts } from '../../../functions/adapters/posts/newest-posts.ts';

const SPAN = { fromMs: 100, toMs: 200 };
const madeAt = (...times: readonly number[]) => times.map((createdMs) => ({ createdMs }));

it.each`
  case                                      | times              | readMs | limit | from
  ${'all of a span that was read'}          | ${[150, 120]}      | ${0}   | ${5}  | ${100}
  ${'of one read in part, what was read'}   | ${[150, 120]}      | ${110} | ${5}  | ${110}
  ${'beyond the limit, what lies after it'} | ${[150, 120, 130]} | ${0}   | ${2}  | ${131}
  ${'nothing, where nothing was read'}      | ${[]}              | ${300} | ${5}  | ${200}
`('vouches for $case', ({ times, readMs, limit, from }) => {
  expect(newestPosts(madeAt(...times), readMs, SPAN, limit).fromMs).toBe(from);
});

it('gives the newest, oldest first, and every post from where it says', () => {
  const moments = fc.array(fc.integer({ min: 100, max: 199 }));
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 10 }), (times, limit) => {
      const { posts, fromMs } = newestPosts(madeAt(...times), 0, SPAN, limit);
      const found = posts.map(({ createdMs }) => createdMs);

      expect(found).toEqual(times.toSorted((a, b) => a - b).slice(-limit));
      const later = times.filter((ms) => ms >= fromMs);
      expect(found.filter((ms) => ms >= fromMs)).toHaveLength(later.length);
    }),
  );
});
