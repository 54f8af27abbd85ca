import { describe, expect, it } from 'vitest';
import { isMeasured } from '../../functions/model/evidence.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { measureSharpEnd } from '../../functions/signals/sharp-end.ts';
import { countSeeds, evenly, NOON_MS, tableAt } from '../support/a-table.ts';

const settings = DETECTION.signals.sharpEnd;
const measure = (times: readonly number[], nowMs = Math.max(...times)) =>
  measureSharpEnd(tableAt(times), NOON_MS + nowMs, settings);

/** One post in 100 seconds for a quarter of an hour, then one a second for 100 seconds. */
const rise = [
  ...Array.from({ length: 9 }, (_, at) => at * 100_000),
  ...Array.from({ length: 100 }, (_, at) => 900_000 + at * 1000),
];

/** The same wave, then one post in ten seconds. */
const switched = [...rise, ...Array.from({ length: 40 }, (_, at) => 1_010_000 + at * 10_000)];

describe('measureSharpEnd', () => {
  it('works out a switch by hand', () => {
    // The wave lasts 99 s, its edge 14.85 s: 15 posts before the end, one after.
    // P(Bin(16, 2/3) >= 15) = 9 * 2^15 * 2 / 3^16 = 0.01370, five times for five members.
    expect(measure(switched)).toMatchObject({
      state: 'measured',
      score: expect.closeTo(-Math.log10(5 * 0.0137), 2),
      effect: expect.closeTo((100 / 149) * (1 - 2 / 15), 6),
      accounts: 15,
      detail: { before: 15, after: 1, wavePosts: 100 },
    });
  });

  it('waits until the wave could be over', () => {
    expect(measure(rise)).toEqual({
      signal: 'sharp-end',
      state: 'unmeasured',
      reason: 'the wave may not be over yet',
    });
    expect(measure(rise, 1_020_000).state).toBe('measured');
  });

  it('is not moved by an audience that fades', () => {
    const alarms = countSeeds(60, (chance) => {
      const wave = evenly(chance, 800, 1).map(
        () => 60_000 - 120_000 * Math.log(1 - chance.uniform() * 0.999),
      );
      const evidence = measure(
        [...evenly(chance, 300, 3.6e6), ...wave].sort((a, b) => a - b),
        3.6e6,
      );
      return isMeasured(evidence) && evidence.score >= 4 && evidence.effect >= 0.25;
    });

    expect(alarms).toBeLessThanOrEqual(1);
  });

  it('does not take the end of a day for a switch', () => {
    const day = Array.from({ length: 960 }, (_, at) => at * 30_000);
    const nextDay = day.map((time) => time + 86_400_000);

    const evidence = measure([...day, ...nextDay]);

    expect(isMeasured(evidence) && evidence.effect >= 0.25).toBe(false);
  });

  it('says when nothing stands out', () => {
    expect(measure(Array.from({ length: 100 }, (_, at) => at * 1000))).toEqual({
      signal: 'sharp-end',
      state: 'unmeasured',
      reason: 'no wave stands out of these posts',
    });
  });
});
