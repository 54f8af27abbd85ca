import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  INTERVAL_MINUTES,
  lastBucketEndMs,
  slotOf,
  slotsDue,
  watchIdOf,
} from '../../functions/model/watch.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

const schedule = fc.constantFrom(...INTERVAL_MINUTES).chain((intervalMinutes) =>
  fc.record({
    intervalMinutes: fc.constant(intervalMinutes),
    phaseMinutes: fc.nat(intervalMinutes - 1),
  }),
);
const aTime = fc.nat(4_000_000_000_000);

describe('the name of a watch', () => {
  it.each([
    ['replay', 'harbour', null, 'replay:harbour'],
    ['mastodon', 'سیلاب', 'one.example', 'mastodon:سیلاب@one.example'],
  ] as const)('%s %s %s', (source, hashtag, place, name) => {
    expect(watchIdOf(source, hashtag, place)).toBe(name);
  });
});

describe('the slot of a watch', () => {
  it.each`
    state         | slot
    ${'active'}   | ${'5#3'}
    ${'bursting'} | ${'1#0'}
    ${'paused'}   | ${undefined}
  `('$state', ({ state, slot }) => {
    expect(slotOf({ intervalMinutes: 5, phaseMinutes: 3, state })).toBe(slot);
  });

  it('is due once an interval, at the end of one of its buckets', () => {
    fc.assert(
      fc.property(schedule, fc.nat(2_000_000), (watch, day) => {
        const slot = slotOf({ ...watch, state: 'active' });
        const due = Array.from(
          { length: DAY_MINUTES },
          (_, minute) => (day + minute) * MINUTE_MS,
        ).filter((atMs) => slotsDue(atMs).includes(slot ?? ''));
        expect(due).toHaveLength(DAY_MINUTES / watch.intervalMinutes);
        for (const atMs of due) expect(lastBucketEndMs(watch, atMs)).toBe(atMs);
      }),
      { numRuns: 20 },
    );
  });

  it('is due every minute in a burst', () => {
    fc.assert(
      fc.property(schedule, aTime, (watch, atMs) => {
        expect(slotsDue(atMs)[0]).toBe(slotOf({ ...watch, state: 'bursting' }));
      }),
    );
  });
});

describe('the newest complete bucket', () => {
  it('ends at most an interval ago, and on the phase of its watch', () => {
    fc.assert(
      fc.property(schedule, aTime, (watch, atMs) => {
        const endMs = lastBucketEndMs(watch, atMs);
        const bucketMs = watch.intervalMinutes * MINUTE_MS;
        expect(endMs).toBeLessThanOrEqual(atMs);
        expect(atMs - endMs).toBeLessThan(bucketMs);
        expect(Math.abs((endMs - watch.phaseMinutes * MINUTE_MS) % bucketMs)).toBe(0);
      }),
    );
  });
});
