import { expect, it } from 'vitest';
import { asSeen } from '../../../bench/verdicts/as-seen.ts';
import { aPost } from '../../support/a-post.ts';

it('knows what had vanished when the last post came, and nothing later', () => {
  const posts = [
    aPost(1, { createdMs: 0, deletedMs: 1000 }),
    aPost(2, { createdMs: 100, deletedMs: 1001 }),
    aPost(3, { createdMs: 1000, deletedMs: null }),
  ];

  expect(asSeen(posts).map(({ deletedMs }) => deletedMs)).toEqual([1000, null, null]);
  expect(posts[1]?.deletedMs).toBe(1001);
});
