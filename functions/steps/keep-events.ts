import { ConflictError, InputError } from '../model/errors.ts';
import { type EventWeek, type KnownEvent, parseEventId, weekOf } from '../model/known-event.ts';
import type { EventStore } from '../ports/event-store.ts';

/** Most events that a week can hold: they are kept in one item, and read with every burst. */
const WEEK_EVENTS = 500;

/** Most bytes of them, as JSON: an item of the database takes 400 KB. */
const WEEK_BYTES = 350_000;

/** Two operators seldom write the same week at once; more rounds than this means a defect. */
const ROUNDS = 8;

/**
 * Adds events to the calendar. One that is there already is replaced, so that a file can be brought
 * again.
 *
 * @throws {InputError} if a week would hold too many; weeks before it are kept
 */
export async function keepEvents(events: readonly KnownEvent[], store: EventStore): Promise<void> {
  const weeks = Map.groupBy(events, ({ startMs }) => weekOf(startMs));
  for (const [week, ofWeek] of weeks) {
    await amendWeek(week, store, (known) => {
      const byId = new Map([...known, ...ofWeek].map((event) => [event.eventId, event]));
      const all = [...byId.values()];
      demandRoom(week, all);
      return all;
    });
  }
}

function demandRoom(week: number, events: readonly KnownEvent[]): void {
  const bytes = new TextEncoder().encode(JSON.stringify(events)).length;
  if (events.length <= WEEK_EVENTS && bytes <= WEEK_BYTES) return;
  throw new InputError(
    `a week of the calendar must hold at most ${WEEK_EVENTS} events and ${WEEK_BYTES} bytes; that of ${dayOf(week)} would hold ${events.length} events and ${bytes} bytes`,
  );
}

/** @returns whether there was one */
export async function removeEvent(eventId: string, store: EventStore): Promise<boolean> {
  const startMs = parseEventId(eventId);
  if (startMs === undefined) return false;
  let found = false;
  await amendWeek(weekOf(startMs), store, (known) => {
    found = known.some((event) => event.eventId === eventId);
    return found ? known.filter((event) => event.eventId !== eventId) : known;
  });
  return found;
}

async function amendWeek(
  week: number,
  store: EventStore,
  change: (events: readonly KnownEvent[]) => readonly KnownEvent[],
): Promise<EventWeek | undefined> {
  for (let round = 1; round <= ROUNDS; round += 1) {
    const stored = (await store.get(week)) ?? { week, events: [], version: 0 };
    const events = change(stored.events);
    if (events === stored.events) return stored;
    try {
      return await store.save({ ...stored, events: [...events].sort(byStart) });
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
    }
  }
  throw new ConflictError(`the calendar was changed by others ${ROUNDS} times in a row`);
}

function byStart(one: KnownEvent, other: KnownEvent): number {
  return one.startMs - other.startMs || (one.eventId < other.eventId ? -1 : 1);
}

function dayOf(week: number): string {
  return new Date(week * 7 * 86_400_000).toISOString().slice(0, 10);
}
