import type { Occasion } from '../model/known-event.ts';
import type { VerdictLevel } from '../model/verdict.ts';
import { eventPatternWords, nearEventWords, openCallWords } from '../verdict/event-words.ts';

/** Whether accounts acted together as they had publicly said they would. */
export function isOpenly({ openCall }: Occasion, level: VerdictLevel | null): boolean {
  return openCall !== null && level === 'coordinated';
}

/** What the calendar says of a burst, in sentences; none where it says nothing. */
export function occasionWords(occasion: Occasion, level: VerdictLevel | null): readonly string[] {
  const { near, openCall, pattern } = occasion;
  const patterned = eventPatternWords(pattern);
  return [
    ...(openCall !== null && isOpenly(occasion, level) ? [openCallWords(openCall)] : []),
    ...near
      .filter(({ event }) => event.eventId !== openCall?.eventId || !isOpenly(occasion, level))
      .map((one) => nearEventWords(one, level)),
    ...(patterned === null ? [] : [patterned]),
  ];
}
