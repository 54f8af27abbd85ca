import type { Allowance, Ledger, LedgerEntry } from '../../ports/ledger.ts';

const NOTHING: LedgerEntry = { allowances: {}, breakers: {} };

/** Shared by all clients of one process that are given the same one. */
export function memoryLedger(): Ledger {
  const entries = new Map<string, LedgerEntry>();
  const entryOf = (credential: string) => entries.get(credential) ?? NOTHING;

  function setAllowance(credential: string, name: string, allowance: Allowance): LedgerEntry {
    const entry = entryOf(credential);
    const next = { ...entry, allowances: { ...entry.allowances, [name]: allowance } };
    entries.set(credential, next);
    return next;
  }

  return {
    read: async (credential) => entryOf(credential),

    async draw(credential, { allowance, requests, late, endsMs }) {
      const there = entryOf(credential).allowances[allowance];
      if (there === undefined || there.window.endsMs !== (endsMs ?? there.window.endsMs))
        return undefined;
      const drawn = { ...there, left: there.left - requests, late: there.late + late };
      return setAllowance(credential, allowance, drawn);
    },

    async replaceWindow(credential, allowance, { window, left, seenEndsMs }) {
      const there = entryOf(credential).allowances[allowance];
      if (there?.window.endsMs !== seenEndsMs) return undefined;
      const drawn = left === undefined && there !== undefined;
      return setAllowance(
        credential,
        allowance,
        drawn ? { ...there, window } : { window, left: left ?? 0, late: 0 },
      );
    },

    async lower(credential, allowance, left, endsMs) {
      const there = entryOf(credential).allowances[allowance];
      if (there?.window.endsMs === endsMs && there.left > left)
        setAllowance(credential, allowance, { ...there, left });
    },

    async setBreaker(credential, host, next, seen) {
      const entry = entryOf(credential);
      const { [host]: there, ...others } = entry.breakers;
      if (there?.untilMs !== seen?.untilMs || there?.failures !== seen?.failures) return false;
      const breakers = next === undefined ? others : { ...others, [host]: next };
      entries.set(credential, { ...entry, breakers });
      return true;
    },
  };
}
