import { slotOf, type Watch } from '../../model/watch.ts';
import type { WatchStore } from '../../ports/watch-store.ts';
import { versionedShelf } from './versioned.ts';

export function memoryWatchStore(): WatchStore {
  const shelf = versionedShelf<Watch>();
  return {
    get: async (watchId) => shelf.get(watchId),
    save: async (watch) => shelf.save(watch.watchId, watch),
    remove: async (watchId, version) =>
      (version === undefined || shelf.get(watchId)?.version === version) && shelf.remove(watchId),
    due: async (slot) => shelf.all().filter((watch) => slotOf(watch) === slot),
    count: async (source, place) =>
      shelf
        .all()
        .filter((watch) => watch.source === source && watch.place === place)
        .filter((watch) => slotOf(watch) !== undefined && watch.health.state === 'ok').length,
    list: async (limit, after) =>
      shelf
        .all()
        .filter((watch) => after === undefined || compareBytes(watch.watchId, after) > 0)
        .sort((one, other) => compareBytes(one.watchId, other.watchId))
        .slice(0, limit),
  };
}

/** The order of names in the database: by their UTF-8 bytes. */
function compareBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
