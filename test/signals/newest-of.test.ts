import { describe, expect, it } from 'vitest';
import { newestOf } from '../../functions/signals/newest-of.ts';

describe('newestOf', () => {
  it('keeps what was asked for last, also where the answer is nothing', () => {
    const made: string[] = [];
    const ask = newestOf(2, (key: string) => {
      made.push(key);
      return undefined;
    });

    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) ask(key);

    // c pushed out b, which had not been asked for since before a.
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });
});
