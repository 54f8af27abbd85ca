import type { TrendList } from '../../model/trend-list.ts';
import type { TrendStore } from '../../ports/trend-store.ts';
import { versionedShelf } from './versioned.ts';

export function memoryTrendStore(): TrendStore {
  const shelf = versionedShelf<TrendList>();
  return {
    all: async () => shelf.all(),
    save: async (list) => shelf.save(list.name, list),
    remove: async (name) => {
      shelf.remove(name);
    },
  };
}
