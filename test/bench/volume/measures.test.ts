import { describe, expect, it } from 'vitest';
import { excessOf, falseAlarms, medianDelay, powerOf } from '../../../bench/volume/measures.ts';
import { freshTally, sumOf } from '../../../bench/volume/tally.ts';

const TRIAL = { trials: 10, alarms: 12, usual: 2, seen: 4, delays: [0, 1, 2, 0, 0, 1] };

describe('falseAlarms', () => {
  const tally = (alarms: number, squares: number) => ({
    ...freshTally([]),
    tags: 100,
    whole: { alarms, squares },
    firstWeek: { alarms: 7, squares: 7 },
  });

  it('counts by the tag-month', () => {
    expect(falseAlarms(tally(30, 30), 'whole').value).toBeCloseTo(0.1, 9);
    expect(falseAlarms(tally(30, 30), 'firstWeek').value).toBeCloseTo(0.3, 9);
  });

  /** Exact limits of a Poisson count of 10: 4.80 and 18.39 (Garwood 1936); of 0: 0 and 3.69. */
  it.each([
    [10, 4.8, 18.39],
    [0, 0, 3.69],
  ])('has the limits of a Poisson count of %i', (count, low, high) => {
    const figure = falseAlarms(tally(count, count), 'whole');

    expect(figure.low * 300).toBeCloseTo(low, 1);
    expect(Math.abs(figure.high * 300 - high)).toBeLessThan(0.05);
  });

  it('is less sure where few hashtags raise most alarms', () => {
    const [even, uneven] = [tally(30, 30), tally(30, 300)].map((one) => falseAlarms(one, 'whole'));

    expect(uneven?.value).toBe(even?.value);
    expect(uneven?.high).toBeGreaterThan(even?.high ?? 0);
    expect(uneven?.low).toBeLessThan(even?.low ?? 0);
  });
});

it('tells the share seen, the middle delay and what is beyond the usual', () => {
  expect(powerOf(TRIAL)).toMatchObject({ value: 0.4 });
  expect(medianDelay(TRIAL)).toBe(15);
  expect(medianDelay({ ...TRIAL, seen: 0, delays: [0, 0] })).toBeNull();
  expect(excessOf(TRIAL).value).toBeCloseTo(100, 9);
  expect(excessOf(TRIAL).low).toBeCloseTo(100 - 19.6 * Math.sqrt(14), 9);
});

describe('sumOf', () => {
  it('adds up tallies number by number', () => {
    const one = { ...freshTally([]), tags: 2, trials: { burst: TRIAL } };
    const other = { ...one, tags: 3 };

    expect(sumOf(one, other).tags).toBe(5);
    expect(sumOf(other, other).trials.burst?.delays.slice(0, 3)).toEqual([0, 2, 4]);
  });

  it('refuses values of another shape', () => {
    expect(() => sumOf<unknown>({ a: 1 }, { a: 'b' })).toThrow('two values of one shape');
  });
});
