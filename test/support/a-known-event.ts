import { eventIdOf, type KnownEvent, type Occasion } from '../../functions/model/known-event.ts';

export const NO_OCCASION: Occasion = {
  near: [],
  openCall: null,
  pattern: { state: 'unmeasured', reason: 'the calendar is empty' },
};

/** At the start of `aBurst`, unless it says otherwise. */
export function aKnownEvent(overrides: Partial<KnownEvent> = {}): KnownEvent {
  const event = {
    kind: 'match',
    title: 'Harbour United v. Hill Rovers',
    startMs: Date.UTC(2026, 0, 6, 12),
    endMs: null,
    place: 'Harbour Ground',
    hashtags: ['harbour'],
    openCall: false,
    statedBy: 'https://league.example/fixtures',
    ...overrides,
  } as const;
  return { eventId: eventIdOf(event), ...event };
}
