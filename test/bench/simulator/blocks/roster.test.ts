import { describe, expect, it } from 'vitest';
import { rosterOf } from '../../../../bench/simulator/blocks/roster.ts';
import { sharedOut } from '../../../../bench/simulator/blocks/shared-out.ts';
import { chanceFrom } from '../../../../bench/simulator/chance.ts';
import type { Account } from '../../../../bench/simulator/draft.ts';

const RATE = 0.4;

function serve(seed: number, returning: readonly Account[]): readonly Account[] {
  let made = 0;
  return rosterOf(chanceFrom(seed), {
    accounts: 1000,
    returning,
    returnRate: RATE,
    newcomer: () => ({ id: `${seed} ${made++}`, createdMs: 0 }),
  });
}

function shared(one: readonly Account[], other: readonly Account[]): number {
  return one.filter((account) => other.includes(account)).length / one.length;
}

describe('rosterOf', () => {
  const first = serve(1, []);
  const second = serve(2, first);
  const third = serve(3, [...new Set([...first, ...second])]);

  it('has as many accounts as asked for, each once', () => {
    for (const event of [first, second, third]) expect(new Set(event).size).toBe(1000);
  });

  it('shares as much with each event of the pool', () => {
    expect(shared(second, first)).toBeCloseTo(RATE, 1);
    expect(shared(third, first)).toBeCloseTo(RATE, 1);
    expect(shared(third, second)).toBeCloseTo(RATE, 1);
  });

  it('has a pool no larger than its rate says, however many were met before', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const event = rosterOf(chanceFrom(seed), {
        accounts: 90,
        returning: first,
        returnRate: 0.9,
        newcomer: () => ({ id: 'new', createdMs: 0 }),
      });

      expect(event).toHaveLength(90);
      expect(event.filter((account) => first.indexOf(account) >= 100)).toEqual([]);
    }
  });
});

describe('sharedOut', () => {
  const accounts = serve(4, []).slice(0, 50);

  it('lets everybody write, some more than others', () => {
    const authors = sharedOut(chanceFrom(1), accounts, 500, 1);
    const counts = accounts.map((account) => authors.filter((author) => author === account).length);

    expect(authors).toHaveLength(500);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...counts)).toBeGreaterThan(20);
  });

  it('lets the first write where there are fewer posts than accounts', () => {
    expect(new Set(sharedOut(chanceFrom(1), accounts, 7, 1)).size).toBe(7);
  });
});
