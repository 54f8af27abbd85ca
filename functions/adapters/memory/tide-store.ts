import { counterOf, type Rise, type SourceTide } from '../../model/surge.ts';
import type { TideStore } from '../../ports/tide-store.ts';
import { versionedShelf } from './versioned.ts';

export function memoryTideStore(): TideStore {
  const rises = new Map<string, Rise>();
  const shelf = versionedShelf<SourceTide>();
  return {
    async noteRise(rise) {
      rises.set(JSON.stringify([rise.counter, rise.watchId, rise.atMs]), rise);
    },
    rises: async (counter, fromMs, toMs) =>
      [...rises.values()]
        .filter((rise) => rise.counter === counter && rise.atMs >= fromMs && rise.atMs < toMs)
        .sort((one, other) => one.atMs - other.atMs),
    get: async (counter) => shelf.get(counter),
    save: async (tide) => shelf.save(counterOf(tide), tide),
    pendingNotices: async (limit) =>
      shelf
        .all()
        .filter(({ surge }) => surge?.notice.state === 'pending')
        .sort(
          (one, other) => (one.surge?.notice.raisedMs ?? 0) - (other.surge?.notice.raisedMs ?? 0),
        )
        .slice(0, limit),
  };
}
