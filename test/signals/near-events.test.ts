import { describe, expect, it } from 'vitest';
import { nearEvents } from '../../functions/signals/near-events.ts';
import { aKnownEvent } from '../support/a-known-event.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const NOON = Date.UTC(2026, 0, 30, 12);
const burst = { startMs: NOON, bucketMs: 5 * MINUTE_MS, hashtags: new Set(['harbour', 'cup']) };
const at = (minutes: number, more: Parameters<typeof aKnownEvent>[0] = {}) =>
  aKnownEvent({ startMs: NOON + minutes * MINUTE_MS, ...more });

describe('the events that a burst began with', () => {
  it.each([
    ['at its very start', 0, true],
    ['4 minutes before', -4, true],
    ['15 minutes before', -15, true],
    ['16 minutes before', -16, false],
    ['within its first bucket', 4, true],
    ['after its first bucket', 5, false],
  ])('%s: %s', (_, minutes, near) => {
    expect(nearEvents(burst, [at(minutes)]).length > 0).toBe(near);
  });

  it('are those of its hashtag or of one beside it, and those that name none', () => {
    const own = at(0, { title: 'own' });
    const beside = at(-1, { title: 'beside', hashtags: ['cup'] });
    const unnamed = at(0, { title: 'unnamed', hashtags: [] });
    const other = at(0, { title: 'other', hashtags: ['elsewhere'] });

    const near = nearEvents(burst, [unnamed, other, beside, own]);

    expect(near.map(({ event, tie }) => [event.title, tie])).toEqual([
      ['own', 'hashtag'],
      ['beside', 'hashtag'],
      ['unnamed', 'time'],
    ]);
  });

  it('go on while they last, where the hashtag ties them', () => {
    const long = { endMs: NOON + 60 * MINUTE_MS };
    expect(nearEvents(burst, [at(-63, long)])[0]?.afterMs).toBe(63 * MINUTE_MS);
    expect(nearEvents(burst, [at(-63, { ...long, hashtags: [] })])).toEqual([]);
    expect(nearEvents(burst, [at(-63, { endMs: NOON })])).toEqual([]);
  });

  it('say how usual they are at that time of day', () => {
    const daily = [0, 2, 4, 6].map((days) => at(-days * 24 * 60, { hashtags: [] }));
    const first = aKnownEvent({ startMs: NOON - 10 * DAY_MS, hashtags: ['elsewhere'] });

    expect(nearEvents(burst, [first, ...daily])[0]?.usual).toEqual({ days: 10, near: 3 });
  });

  it('do not say so where the calendar is younger than a week', () => {
    const first = aKnownEvent({ startMs: NOON - 6 * DAY_MS, hashtags: ['elsewhere'] });

    expect(nearEvents(burst, [first, at(0)])[0]?.usual).toBeNull();
  });
});
