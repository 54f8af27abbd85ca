import type { EventView } from '../functions/contract/event.ts';
import { isoDay } from './week.ts';
import { dayOf, timeOf } from './wording.ts';

export const KIND_WORDS: Readonly<Record<EventView['kind'], string>> = {
  match: 'Match',
  talks: 'Talks',
  ruling: 'Ruling',
  broadcast: 'Broadcast',
  vote: 'Vote',
  speech: 'Speech',
  release: 'Release',
  protest: 'Protest',
  disaster: 'Disaster',
  other: 'Other event',
};

/** @example timesOf({ start: '2026-01-06T19:41:00Z', end: '2026-01-06T21:30:00Z' }) // '19:41 – 21:30' */
export function timesOf({ start, end }: Pick<EventView, 'start' | 'end'>): string {
  if (end === null) return timeOf(start);
  const sameDay = isoDay(Date.parse(start)) === isoDay(Date.parse(end));
  return `${timeOf(start)} – ${sameDay ? '' : `${dayOf(end)}, `}${timeOf(end)}`;
}

/** An event by what tells it best: its title, or its kind. */
export function eventName({ title, kind }: Pick<EventView, 'title' | 'kind'>): string {
  return title ?? KIND_WORDS[kind];
}
