import type { Check } from '../../model/check.ts';
import type { CheckStore } from '../../ports/check-store.ts';
import { versionedShelf } from './versioned.ts';

export function memoryCheckStore(): CheckStore {
  const shelf = versionedShelf<Check>();
  return {
    get: async (checkId) => shelf.get(checkId),
    save: async (check) => shelf.save(check.checkId, check),
  };
}
