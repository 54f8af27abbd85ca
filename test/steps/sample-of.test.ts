import { expect, it } from 'vitest';
import { sampleOf } from '../../functions/steps/sample-of.ts';
import { sampleWords } from '../../functions/verdict/sample-words.ts';
import { aBurst } from '../support/a-burst.ts';
import { aPost } from '../support/a-post.ts';

const NOON = Date.UTC(2026, 0, 6, 12);
const at = (minutes: number) => NOON + minutes * 60_000;
const counted = { fromMs: at(-5), untilMs: at(5), posts: 40 };
const burst = aBurst({ startMs: NOON, keptFromMs: at(-5), counted });
const posts = [-6, -5, 0, 4.9, 5, 7].map((minutes, n) => aPost(n, { createdMs: at(minutes) }));

it('of the posts kept those count that were counted: up to the end of the last bucket', () => {
  expect(sampleOf(burst, posts, at(8))).toEqual({ kept: 3, counted: 40 });
});

it('posts that no count saw were counted all the same', () => {
  const few = { ...burst, counted: { ...counted, posts: 2 } };
  expect(sampleOf(few, posts, at(8))).toEqual({ kept: 3, counted: 3 });
});

it('a burst of more than a day, or not counted yet, keeps what was known', () => {
  const known = { ...burst, sample: { kept: 7, counted: 9 } };
  expect(sampleOf(known, posts, at(-5) + 86_400_001)).toEqual({ kept: 7, counted: 9 });
  expect(sampleOf({ ...known, counted: { ...counted, posts: 0 } }, posts, at(8))).toEqual({
    kept: 7,
    counted: 9,
  });
});

it('a burst that was found in the past, and is counted since, is not said to be counted whole', () => {
  const found = { ...burst, counted: { ...counted, fromMs: at(2) } };
  expect(sampleOf(found, posts, at(8))).toBeNull();
});

it('is not known where a bucket in between could not be counted', () => {
  const holed = { ...burst, counted: { ...counted, missed: true as const } };
  expect(sampleOf({ ...holed, sample: { kept: 7, counted: 9 } }, posts, at(8))).toBeNull();
});

it('is told where a tenth or more of the posts is missing', () => {
  expect(sampleWords({ kept: 812, counted: 2400 })).toBe(
    '812 of 2,400 posts counted were kept (34 %)',
  );
  expect(sampleWords({ kept: 1, counted: 900.4 })).toBe(
    '1 of 900 posts counted were kept (under 1 %)',
  );
  expect(sampleWords({ kept: 0, counted: 50 })).toBe('0 of 50 posts counted were kept (0 %)');
  expect(sampleWords({ kept: 1, counted: 1 })).toBeNull();
  expect(sampleWords({ kept: 90, counted: 100 })).toBeNull();
  expect(sampleWords({ kept: 89, counted: 100 })).not.toBeNull();
  expect(sampleWords({ kept: 0, counted: 0 })).toBeNull();
  expect(sampleWords(null)).toBeNull();
});
