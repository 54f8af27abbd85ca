import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import type { KnownEvent } from '../../functions/model/known-event.ts';
import { measureEventPattern } from '../../functions/signals/event-pattern.ts';
import { aKnownEvent } from '../support/a-known-event.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const NOON = Date.UTC(2026, 1, 20, 12);
const HERE = new Set(['harbour']);

const burst = (startMs: number) => ({ startMs, bucketMs: 5 * MINUTE_MS, hashtags: HERE });
const broadcast = (startMs: number, more: Partial<KnownEvent> = {}) =>
  aKnownEvent({ kind: 'broadcast', startMs, hashtags: [], ...more });
/** So that the calendar is known from far enough back. */
const LONG_AGO = aKnownEvent({ startMs: NOON - 80 * DAY_MS, hashtags: ['elsewhere'] });

/** Bursts on different days at different times, so many of them 4 minutes after a broadcast. */
function campaign(bursts: number, joined: number) {
  const starts = Array.from(
    { length: bursts },
    (_, index) => NOON - index * 2 * DAY_MS - index * 97 * MINUTE_MS,
  );
  const events = starts.slice(0, joined).map((startMs) => broadcast(startMs - 4 * MINUTE_MS));
  return { bursts: starts.map(burst), events: [LONG_AGO, ...events] };
}

describe('a pattern of coordinated bursts and known events', () => {
  it('stands where they keep beginning with one kind of event', () => {
    const { bursts, events } = campaign(6, 5);

    expect(measureEventPattern(bursts, events)).toEqual({
      state: 'measured',
      kind: 'broadcast',
      bursts: 6,
      near: 5,
      // No other of the 28 days before has one at that time: (0 + 1) / (28 + 2), six times.
      expected: expect.closeTo(0.2, 6),
      // P(5 or 6 of 6 at 1/30) = 2.40e-7, twice over for two kinds.
      score: expect.closeTo(-Math.log10(2.4005e-7 * 2), 2),
      stands: true,
    });
  });

  it('does not where the programme is on at that time every day', () => {
    const bursts = [0, 1, 2, 3, 4, 5].map((days) => burst(NOON - days * DAY_MS));
    const daily = Array.from({ length: 60 }, (_, days) => broadcast(NOON - days * DAY_MS));

    const pattern = measureEventPattern(bursts, [LONG_AGO, ...daily]);

    expect(pattern).toMatchObject({ near: 6, stands: false });
    expect(pattern.state === 'measured' && pattern.expected).toBeGreaterThan(5);
  });

  it.each([2, 1])('does not for %d of 6', (near) => {
    const { bursts, events } = campaign(6, near);
    expect(measureEventPattern(bursts, events)).toMatchObject({ near, stands: false });
  });

  it('leaves out events that concern other hashtags', () => {
    const { bursts, events } = campaign(6, 6);
    const elsewhere = events.map((event) => ({ ...event, hashtags: ['elsewhere'] }));
    expect(measureEventPattern(bursts, elsewhere)).toMatchObject({ near: 0, stands: false });
  });

  it('is not measured with fewer than three bursts', () => {
    const { bursts, events } = campaign(2, 2);
    expect(measureEventPattern(bursts, events)).toEqual({
      state: 'unmeasured',
      reason: '2 coordinated bursts of this hashtag; 3 are needed',
    });
  });

  it('is not measured with an empty calendar, nor with one of days', () => {
    const { bursts } = campaign(6, 6);
    const reason = 'the calendar reaches a week back for 0 of 6 coordinated bursts; 3 are needed';
    expect(measureEventPattern(bursts, [])).toEqual({ state: 'unmeasured', reason });
    const young = [broadcast(NOON - DAY_MS)];
    expect(measureEventPattern(bursts, young)).toEqual({ state: 'unmeasured', reason });
  });

  it('gives chance no more than its due: bursts that know nothing of the programme', () => {
    const random = xoroshiro128plus(7);
    const draw = (most: number) => (random.next() >>> 0) % most;
    const WORLDS = 2000;
    const told = [1, 2, 3].map(() => 0);
    let expected = 0;
    let near = 0;
    for (let world = 0; world < WORLDS; world += 1) {
      // Evenings are busy with both: 80 % of events and bursts fall into five hours of the day.
      const minuteOfDay = () => (draw(5) > 0 ? 18 * 60 - 720 + draw(300) : draw(1440) - 720);
      const events = Array.from({ length: 80 * 4 }, (_, index) =>
        broadcast(NOON - Math.floor(index / 4) * DAY_MS + minuteOfDay() * MINUTE_MS),
      );
      const bursts = Array.from({ length: 6 }, (_, index) =>
        burst(NOON - index * 5 * DAY_MS + minuteOfDay() * MINUTE_MS),
      );
      const pattern = measureEventPattern(bursts, [{ ...LONG_AGO, kind: 'broadcast' }, ...events]);
      if (pattern.state === 'unmeasured') throw new Error(pattern.reason);
      expected += pattern.expected;
      near += pattern.near;
      for (const [index] of told.entries())
        if (pattern.score >= index + 1) told[index] = (told[index] ?? 0) + 1;
    }
    // As many as chance gives, within its noise, and with the day that is added on both sides.
    expect(near / WORLDS).toBeLessThan(expected / WORLDS);
    expect(near / WORLDS).toBeGreaterThan((expected / WORLDS) * 0.75);
    // Once in 10, 100, 1,000 at most.
    expect(told[0]).toBeLessThanOrEqual(WORLDS / 10);
    expect(told[1]).toBeLessThanOrEqual(WORLDS / 100);
    expect(told[2]).toBeLessThanOrEqual(WORLDS / 1000 + 2);
  });
});
