import type { Chance } from '../chance.ts';
import { localClock, ZONES, type Zone } from './local-clock.ts';

/** A moment of the span, as often as the local clock makes people write then; milliseconds. */
export function timeOfDay(
  chance: Chance,
  span: { readonly fromMs: number; readonly toMs: number },
  zone: Zone,
  trough: number,
): number {
  for (;;) {
    const atMs = span.fromMs + chance.uniform() * (span.toMs - span.fromMs);
    if (chance.uniform() < localClock(atMs, ZONES[zone], trough)) return atMs;
  }
}
