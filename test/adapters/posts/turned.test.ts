import { expect, it } from 'vitest';
import { turned } from '../../../functions/adapters/posts/turned.ts';

const ALL = ['a', 'b', 'c', 'd', 'e'];

it('gives all where they fit', () => {
  expect(turned(ALL, 60_000, 5)).toEqual(ALL);
});

it('gives each its turn, minute by minute', () => {
  const parts = [0, 1, 2].map((minute) => turned(ALL, minute * 60_000, 2));

  expect(parts).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'a'],
  ]);
});
