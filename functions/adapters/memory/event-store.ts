import type { EventWeek } from '../../model/known-event.ts';
import type { EventStore } from '../../ports/event-store.ts';
import { versionedShelf } from './versioned.ts';

export function memoryEventStore(): EventStore {
  const shelf = versionedShelf<EventWeek>();
  return {
    get: async (week) => shelf.get(String(week)),
    save: async (week) => shelf.save(String(week.week), week),
  };
}
