import { expect, it } from 'vitest';
import { shareWords } from '../../functions/verdict/share-words.ts';

it.each([
  [{ low: 0.204, likely: 0.3, high: 0.449 }, 'about 30 % of its posts, 20 to 45 %'],
  [{ low: 0, likely: 0.004, high: 0.02 }, 'about 0 % of its posts, 0 to 2 %'],
  [{ low: 0.996, likely: 1, high: 1 }, 'about 100 % of its posts'],
])('of %j', (share, words) => {
  expect(shareWords(share)).toBe(words);
});
