import { expect, it } from 'vitest';
import { latelyUsed } from '../../functions/adapters/lately-used.ts';

it('forgets what was used longest ago', () => {
  const used = latelyUsed<string, number>(2);
  used.set('a', 1);
  used.set('b', 2);
  used.get('a');
  used.set('c', 3);

  expect(['a', 'b', 'c'].map((key) => used.get(key))).toEqual([1, undefined, 3]);
});

it('keeps a key once, with what was said of it last', () => {
  const used = latelyUsed<string, number>(2);
  used.set('a', 1);
  used.set('b', 2);
  used.set('a', 3);

  expect(['a', 'b'].map((key) => used.get(key))).toEqual([3, 2]);
});
