import { describe, expect, it } from 'vitest';
import { ConflictError } from '../../functions/model/errors.ts';
import { weekOf } from '../../functions/model/known-event.ts';
import type { EventStore } from '../../functions/ports/event-store.ts';
import { aKnownEvent } from '../support/a-known-event.ts';

/** What every store of known events must do. */
export function describeEventStore(name: string, open: () => Promise<EventStore> | EventStore) {
  describe(`${name}: a store of known events`, () => {
    const event = aKnownEvent({ hashtags: ['سیلاب', '🔥'], endMs: Date.UTC(2026, 0, 6, 14) });
    const week = weekOf(event.startMs);

    it('gives back what was kept, a week apart from the next', async () => {
      const store = await open();
      expect(await store.get(week)).toBeUndefined();

      const bare = aKnownEvent({ title: null, place: null, hashtags: [], openCall: true });
      const saved = await store.save({ week, events: [event, bare], version: 0 });

      expect(saved).toEqual({ week, events: [event, bare], version: 1 });
      expect(await store.get(week)).toEqual(saved);
      expect(await store.get(week + 1)).toBeUndefined();
    });

    it('replaces only the version that is stored', async () => {
      const store = await open();
      const first = await store.save({ week, events: [event], version: 0 });

      await expect(store.save({ week, events: [], version: 0 })).rejects.toThrow(ConflictError);
      const second = await store.save({ ...first, events: [] });
      await expect(store.save({ ...first, events: [event] })).rejects.toThrow(ConflictError);

      expect(await store.get(week)).toEqual({ ...second, events: [] });
    });

    it('holds a full week', async () => {
      const store = await open();
      const events = Array.from({ length: 500 }, (_, index) =>
        aKnownEvent({
          startMs: event.startMs + index,
          title: '力'.repeat(60),
          place: '力'.repeat(60),
        }),
      );
      await store.save({ week, events, version: 0 });
      expect((await store.get(week))?.events).toHaveLength(500);
    });
  });
}
