import type { WatchView } from '../functions/contract/watch.ts';
import { dayOf, timeOf, weekdayOf, whole } from './wording.ts';

const DAY_MS = 86_400_000;

/**
 * What a watch can tell yet, in a line; nothing where it is ready, or was never polled.
 *
 * @example ageWords({ state: 'young', readyAt: '2026-11-24T14:00:00Z' })
 * // 'baseline is young: tells bursts from Tuesday 24 Nov 2026, 14:00 UTC on, until then only very large ones'
 */
export function ageWords(age: WatchView['baseline']): string {
  switch (age?.state) {
    case 'reading': {
      const days = (until: string) => whole(daysBetween(age.from, until));
      return `reading its past: ${days(age.read)} of ${days(age.until)} days, bursts are told afterwards`;
    }
    case 'young':
      return `baseline is young: tells bursts from ${weekdayOf(age.readyAt)}, ${timeOf(age.readyAt)} UTC on, until then only very large ones`;
    case 'taught':
      return `taught what its source knew since ${dayOf(age.from)}`;
    default:
      return '';
  }
}

function daysBetween(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / DAY_MS;
}
