import { describe, expect, it } from 'vitest';
import type { SpendStore } from '../../functions/ports/spend-store.ts';

const november = { credential: 'x:app', month: '2026-11' };

/** Every adapter of SpendStore runs this one suite. */
export function describeSpendStore(name: string, open: () => Promise<SpendStore>) {
  describe(`SpendStore: ${name}`, () => {
    it('has spent nothing in a month of which it knows nothing', async () => {
      expect(await (await open()).spent(november)).toBe(0);
    });

    it('counts up to the budget to the last millionth, and no further', async () => {
      const store = await open();

      expect(await store.reserve(november, 60, 100)).toBe(true);
      expect(await store.reserve(november, 41, 100)).toBe(false);
      expect(await store.reserve(november, 40, 100)).toBe(true);
      expect(await store.reserve(november, 1, 100)).toBe(false);
      expect(await store.spent(november)).toBe(100);
    });

    it('refuses what is beyond the budget alone, and counts nothing of it', async () => {
      const store = await open();

      expect(await store.reserve(november, 101, 100)).toBe(false);
      expect(await store.spent(november)).toBe(0);
    });

    it('gives back what a request did not cost', async () => {
      const store = await open();
      await store.reserve(november, 100, 100);
      await store.settle(november, -70);

      expect(await store.spent(november)).toBe(30);
      expect(await store.reserve(november, 70, 100)).toBe(true);
    });

    it('counts what a request cost beyond what was reserved, even past the budget', async () => {
      const store = await open();
      await store.reserve(november, 100, 100);
      await store.settle(november, 20);

      expect(await store.spent(november)).toBe(120);
    });

    it('keeps months and credentials apart', async () => {
      const store = await open();
      await store.reserve(november, 100, 100);

      expect(await store.reserve({ ...november, month: '2026-12' }, 100, 100)).toBe(true);
      expect(await store.reserve({ ...november, credential: 'x:other' }, 100, 100)).toBe(true);
    });

    it('never goes beyond the budget, however many reserve at once', async () => {
      const store = await open();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => store.reserve(november, 7, 100)),
      );

      expect(answers.filter((taken) => taken)).toHaveLength(14);
      expect(await store.spent(november)).toBe(98);
    });
  });
}
