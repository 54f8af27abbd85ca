import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recalledItems } from '../../../functions/adapters/dynamodb/recalled-items.ts';

const MINUTE_MS = 60_000;

type Item = { readonly part: string; readonly pollMs: number };

/** Items that grow by the minute, and a count of what was asked of the table. */
function table() {
  const items: Item[] = [];
  let given = 0;
  return {
    add(minute: number) {
      const pollMs = minute * MINUTE_MS;
      items.push({ part: `seen#${String(pollMs).padStart(15, '0')}#${items.length}`, pollMs });
    },
    read: async (_: string, sinceMs: number) => {
      const found = items.filter(({ pollMs }) => pollMs >= sinceMs);
      given += found.length;
      return found;
    },
    given: () => given,
  };
}

describe('recalledItems', () => {
  it('gives what a plain read gives, while items arrive up to a quarter of an hour late', async () => {
    const step = fc.record({ late: fc.integer({ min: 0, max: 15 }), since: fc.nat(90) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const { add, read } = table();
        const recalled = recalledItems(read);
        for (const [minute, { late, since }] of steps.entries()) {
          add(Math.max(0, minute - late));
          const sinceMs = Math.max(0, minute - since) * MINUTE_MS;
          const plain = [...(await read('', sinceMs))];
          plain.sort((one, other) => (one.part < other.part ? -1 : 1));
          expect(await recalled('burst', sinceMs)).toEqual(plain);
        }
      }),
    );
  });

  it('asks the table for the newest part only', async () => {
    const { add, read, given } = table();
    const recalled = recalledItems(read);
    for (let minute = 0; minute < 200; minute += 1) {
      add(minute);
      await recalled('burst', 0);
    }

    expect(given()).toBeLessThan(200 * 17);
  });

  it('keeps bursts apart, and forgets the one used longest ago', async () => {
    const asked: string[] = [];
    const recalled = recalledItems(async (key, sinceMs) => {
      asked.push(`${key} ${sinceMs > 0 ? 'newest' : 'all'}`);
      return [{ part: key, pollMs: 3_600_000 }];
    });
    for (const key of ['a', 'b', 'c', 'd', 'a', 'e', 'a', 'b']) {
      expect(await recalled(key, 0)).toEqual([{ part: key, pollMs: 3_600_000 }]);
    }

    expect(asked).toEqual([
      'a all',
      'b all',
      'c all',
      'd all',
      'a newest',
      'e all',
      'a newest',
      'b all',
    ]);
  });
});
