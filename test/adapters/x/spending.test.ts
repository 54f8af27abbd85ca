import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memorySpendStore } from '../../../functions/adapters/memory/spend-store.ts';
import { spending } from '../../../functions/adapters/x/spending.ts';
import { SourceError } from '../../../functions/model/errors.ts';

const NOVEMBER_MS = Date.parse('2026-11-30T23:59:59.999Z');
const NOVEMBER = { credential: 'x:app', month: '2026-11' };

function purse(monthlyBudgetUsd: number) {
  const store = memorySpendStore();
  return { store, ...spending({ store, credential: 'x:app', monthlyBudgetUsd }) };
}

/** A question that costs `cost` and answers with its cost. */
const costing = (cost: number) => ({
  ask: async () => cost,
  read: (answer: number) => ({ value: answer, cost: answer }),
});

describe('a monthly budget', () => {
  it('counts what the answer cost, not what it might have', async () => {
    const { pay, store } = purse(2);
    const { ask, read } = costing(15_000);

    expect(await pay(NOVEMBER_MS, 1_500_000, ask, read)).toBe(15_000);
    expect(await store.spent(NOVEMBER)).toBe(15_000);
  });

  it('stops before it is overdrawn, until the first of next month, and says what is spent', async () => {
    const { pay, store } = purse(0.01);
    const { ask, read } = costing(5_000);
    await pay(NOVEMBER_MS, 5_000, ask, read);
    await pay(NOVEMBER_MS, 5_000, ask, read);
    let asked = 0;
    const third = pay(NOVEMBER_MS, 5_000, async () => ++asked, read);

    await expect(third).rejects.toThrow(SourceError);
    await expect(third).rejects.toMatchObject({
      message:
        "x: 0.01 of this month's budget of 0.01 US dollars are spent, and the next request may cost 0.005: no more is asked until 2026-12-01",
      retryable: false,
      retryAtMs: Date.parse('2026-12-01T00:00:00Z'),
    });
    expect(asked).toBe(0);
    expect(await store.spent(NOVEMBER)).toBe(10_000);
    expect(await pay(NOVEMBER_MS + 1, 5_000, ask, read)).toBe(5_000);
  });

  it('goes on with the year', async () => {
    const { pay } = purse(0.001);
    const { ask, read } = costing(5_000);
    const question = pay(Date.parse('2026-12-05T00:00:00Z'), 5_000, ask, read);

    await expect(question).rejects.toMatchObject({ retryAtMs: Date.parse('2027-01-01T00:00:00Z') });
  });

  it('charges nothing for a question that failed', async () => {
    const { pay, store } = purse(1);
    const failing = () => Promise.reject(new Error('no answer'));

    await expect(pay(NOVEMBER_MS, 5_000, failing, costing(0).read)).rejects.toThrow('no answer');
    expect(await store.spent(NOVEMBER)).toBe(0);
  });

  it('charges the most for an answer that could not be read', async () => {
    const { pay, store } = purse(1);
    const unread = () => {
      throw new Error('unreadable');
    };

    await expect(pay(NOVEMBER_MS, 5_000, async () => 0, unread)).rejects.toThrow('unreadable');
    expect(await store.spent(NOVEMBER)).toBe(5_000);
  });

  it('is never overdrawn, however many ask at once and however their answers come', async () => {
    const question = fc.record({
      most: fc.nat(1_000),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(question, { maxLength: 30 }),
        async (s, questions) => {
          const { pay, store } = purse(0.002);
          let charged = 0;
          const asked = questions.map(({ most, share }) => {
            const cost = Math.floor(most * share);
            const ask = async () => {
              charged += cost;
              return cost;
            };
            return pay(NOVEMBER_MS, most, s.scheduleFunction(ask), costing(0).read).catch(() => 0);
          });
          await s.waitFor(Promise.all(asked));
          expect(charged).toBeLessThanOrEqual(2_000);
          expect(await store.spent(NOVEMBER)).toBe(charged);
        },
      ),
      { numRuns: 200 },
    );
  });
});
