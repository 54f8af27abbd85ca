import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peakOf } from '../../cli/check-report-peak.ts';

const NOON_MS = Date.UTC(2026, 0, 5, 12);

const timesFrom = (times: readonly number[]) => Float64Array.from(times).sort();

describe('peakOf', () => {
  it('is as short as holds enough posts to see a pattern', () => {
    const quiet = Array.from({ length: 100 }, (_, n) => NOON_MS + n * 60_000);
    const rush = Array.from({ length: 400 }, (_, n) => NOON_MS + 1_800_250 + n * 50);

    expect(peakOf(timesFrom([...quiet, ...rush]), false)).toEqual({
      startMs: NOON_MS + 1_800_000,
      endMs: NOON_MS + 1_810_000,
      from: 30,
      // The post on the half hour, and those 196 of the rush that the round start leaves in.
      to: 30 + 1 + 195,
    });
  });

  it('is all of it where there are few', () => {
    const times = timesFrom([0, 1, 2].map((n) => NOON_MS + n * 1000));

    expect(peakOf(times, false)).toMatchObject({ from: 0, to: 3, endMs: NOON_MS + 10_000 });
  });

  it('asks nothing finer of whole minutes than an hour', () => {
    const times = timesFrom(
      Array.from({ length: 600 }, (_, n) => NOON_MS + Math.floor(n / 10) * 60_000),
    );

    expect(peakOf(times, true)).toEqual({
      startMs: NOON_MS,
      endMs: NOON_MS + 3_600_000,
      from: 0,
      to: 600,
    });
  });

  it('holds just the posts of its time, whatever they are', () => {
    const someTimes = fc.array(fc.integer({ min: 0, max: 3 * 86_400_000 }), { minLength: 1 });
    fc.assert(
      fc.property(someTimes, fc.boolean(), (offsets, minuteStamps) => {
        const times = timesFrom(offsets.map((ms) => NOON_MS + ms));
        const { from, to, startMs, endMs } = peakOf(times, minuteStamps);
        const within = times.filter((ms) => ms >= startMs && ms < endMs);
        expect(times.slice(from, to)).toEqual(within);
        expect(within.length).toBeGreaterThan(0);
      }),
    );
  });
});
