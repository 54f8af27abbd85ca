import { type KnownEvent, weekOf } from '../model/known-event.ts';
import type { EventStore } from '../ports/event-store.ts';

/** Known events that begin in [fromMs, toMs), earliest first. Reads an item a week. */
export async function eventsBetween(
  fromMs: number,
  toMs: number,
  events: Pick<EventStore, 'get'>,
): Promise<readonly KnownEvent[]> {
  const weeks: number[] = [];
  for (let week = weekOf(fromMs); week <= weekOf(toMs - 1); week += 1) weeks.push(week);
  const found = await Promise.all(weeks.map((week) => events.get(week)));
  return found
    .flatMap((week) => week?.events ?? [])
    .filter(({ startMs }) => startMs >= fromMs && startMs < toMs);
}
