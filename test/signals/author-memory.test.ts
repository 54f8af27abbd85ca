import { describe, expect, it } from 'vitest';
import { AUTHORS } from '../../functions/settings/authors.ts';
import { freshMemory, learnAuthors } from '../../functions/signals/author-memory.ts';
import { tabulate } from '../../functions/signals/post-table.ts';
import { postsAt } from '../support/a-table.ts';
import { authorOf, grownMemory, learned } from '../support/an-author-memory.ts';

const sum = (counts: Iterable<number>) => [...counts].reduce((all, one) => all + one, 0);

describe('learnAuthors', () => {
  it('counts each account once in each property', () => {
    const memory = learned();

    expect(memory).toMatchObject({
      accounts: 60,
      seenAccounts: 60,
      names: { stock: 7, plain: 53 },
    });
    expect(sum(memory.ages)).toBe(60);
    expect(sum(memory.createdDays.values())).toBe(60);
    expect(sum(memory.languages.values())).toBe(60);
    expect(sum(memory.places.values())).toBe(60);
  });

  it('learns nothing from accounts that it knows, so that a repeat changes nothing', () => {
    const memory = learned();

    expect(learned(memory)).toBe(memory);
  });

  it('keeps the most common languages and places apart and the rest together', () => {
    const memory = learned(freshMemory(AUTHORS), 100);

    expect([...memory.languages.keys()]).toHaveLength(AUTHORS.languages + 1);
    expect([...memory.places.keys()]).toHaveLength(AUTHORS.places + 1);
    expect(sum(memory.languages.values())).toBe(memory.accounts);
    expect(memory.languages.get('')).toBeGreaterThan(memory.accounts / 2);
  });

  it('is not taken over by one crowd', () => {
    const crowd = learned(learned(), 5000, 10_000);

    expect(crowd.accounts).toBe(60 + AUTHORS.mostAtOnce - unluckyOf(crowd.accounts));
  });

  it('halves what it knows once enough new accounts came', () => {
    const memory = grownMemory(40);

    expect(memory.accounts).toBeGreaterThan(AUTHORS.generation / 2);
    expect(memory.accounts).toBeLessThan(2 * AUTHORS.generation);
    expect(memory.seenAccounts).toBeLessThan(AUTHORS.generation);
  });

  it('leaves the memory that it was given as it was', () => {
    const memory = learned();
    const before = structuredClone(memory);
    learned(memory, 80, 700);

    expect(memory).toEqual(before);
  });

  it('takes the same sample of a crowd in any order', () => {
    const posts = postsAt(
      Array.from({ length: 400 }, () => 0),
      (at) => authorOf(at),
    );
    const one = learnAuthors(freshMemory(AUTHORS), tabulate(posts), AUTHORS);

    expect(learnAuthors(freshMemory(AUTHORS), tabulate([...posts].reverse()), AUTHORS)).toEqual(
      one,
    );
  });
});

/** A new account in ten may be taken for one that was seen. */
function unluckyOf(accounts: number): number {
  const unlucky = 60 + AUTHORS.mostAtOnce - accounts;
  expect(unlucky).toBeLessThanOrEqual(10);
  return unlucky;
}
