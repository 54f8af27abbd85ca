import type { SpendMonth, SpendStore } from '../../ports/spend-store.ts';

export function memorySpendStore(): SpendStore {
  const shelf = new Map<string, number>();
  const nameOf = ({ credential, month }: SpendMonth) => JSON.stringify([credential, month]);
  const spentIn = (of: SpendMonth) => shelf.get(nameOf(of)) ?? 0;
  return {
    async reserve(of, amount, most) {
      const after = spentIn(of) + amount;
      if (after > most) return false;
      shelf.set(nameOf(of), after);
      return true;
    },
    async settle(of, difference) {
      shelf.set(nameOf(of), spentIn(of) + difference);
    },
    spent: async (of) => spentIn(of),
  };
}
