import type { Burst } from '../../model/burst.ts';
import { burstIdOf } from '../../model/burst.ts';
import type { BurstStore } from '../../ports/burst-store.ts';
import { type BurstCursor, readCursor, writeCursor } from '../stored/burst-cursor.ts';
import { passes } from '../stored/burst-filter.ts';
import { versionedShelf } from './versioned.ts';

export function memoryBurstStore(): BurstStore {
  const shelf = versionedShelf<Burst>();
  const newestFirst = () => shelf.all().sort(byStartThenName);
  return {
    get: async (watchId, startMs) => shelf.get(burstIdOf(watchId, startMs)),

    save: async (burst) => shelf.save(burstIdOf(burst.watchId, burst.startMs), burst),

    async list(query) {
      const cursor = query.cursor === undefined ? undefined : readCursor(query.cursor);
      const found = newestFirst()
        .filter((burst) => cursor === undefined || byStartThenName(cursor, burst) < 0)
        .filter((burst) => passes(burst, query));
      const bursts = found.slice(0, query.limit);
      const last = bursts.at(-1);
      return { bursts, next: last && found.length > query.limit ? writeCursor(last) : null };
    },

    ofWatch: async (watchId, limit) =>
      newestFirst()
        .filter((burst) => burst.watchId === watchId)
        .slice(0, limit),

    pendingAlerts: async (limit) =>
      shelf
        .all()
        .filter((burst) => burst.alert?.state === 'pending')
        .sort((one, other) => (one.alert?.raisedMs ?? 0) - (other.alert?.raisedMs ?? 0))
        .slice(0, limit),
  };
}

function byStartThenName(one: BurstCursor, other: BurstCursor): number {
  if (one.startMs !== other.startMs) return other.startMs - one.startMs;
  return one.watchId < other.watchId ? -1 : 1;
}
