import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POLLING } from '../../functions/settings/polling.ts';
import { dueLooks, lastLookMs } from '../../functions/steps/due-looks.ts';
import { aPost } from '../support/a-post.ts';

const NOON = Date.UTC(2026, 0, 6, 12);
const MINUTE_MS = 60_000;
const at = (minutes: number) => NOON + minutes * MINUTE_MS;
const made = (minutes: number) => aPost(1, { createdMs: at(minutes), deletedMs: null });

/** Ages in minutes at which a post made at noon is looked for by polls at these minutes. */
function looks(polls: readonly number[], isFree: boolean): number[] {
  let lookedMs = NOON;
  return polls.filter((minutes) => {
    const due = dueLooks([made(0)], lookedMs, at(minutes), isFree, POLLING);
    if (due.length > 0) lookedMs = at(minutes);
    return due.length > 0;
  });
}

const everyMinute = Array.from({ length: 60 }, (_, minute) => minute + 0.5);

describe('a post is looked for', () => {
  it('after 1, 5 and 30 minutes where each look is paid for', () => {
    expect(looks(everyMinute, false)).toEqual([1.5, 5.5, 30.5]);
  });

  it('at each poll of its first five minutes where it costs nothing, and then as often', () => {
    expect(looks(everyMinute, true)).toEqual([0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 30.5]);
  });

  it('once for all looks that were missed, as soon as somebody can look', () => {
    expect(looks([0.5, 12, 13, 31], false)).toEqual([12, 31]);
    expect(looks([90, 91], false)).toEqual([90]);
  });

  it('no more once it is known to be gone', () => {
    const gone = aPost(1, { createdMs: NOON, deletedMs: at(1) });
    expect(dueLooks([gone], NOON, at(5), true, POLLING)).toEqual([]);
  });

  it('as often as there are ages at most, at whatever times polls come', () => {
    const times = fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 60 });
    fc.assert(
      fc.property(times, (minutes) => {
        const polls = minutes.toSorted((one, other) => one - other);
        const last = lastLookMs(POLLING) / MINUTE_MS;
        const found = looks(polls, false);
        expect(found.length).toBeLessThanOrEqual(POLLING.lookAgesMs.length);
        const first = polls.find((minute) => minute >= last);
        if (first !== undefined) expect(found).toContain(first);
      }),
    );
  });
});
