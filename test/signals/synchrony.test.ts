import { describe, expect, it } from 'vitest';
import type { Chance } from '../../bench/simulator/chance.ts';
import { isMeasured } from '../../functions/model/evidence.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { measureSynchrony } from '../../functions/signals/synchrony.ts';
import { countSeeds, evenly, SECOND_MS, tableAt } from '../support/a-table.ts';

const settings = DETECTION.signals.synchrony;
const measure = (times: readonly number[]) => measureSynchrony(tableAt(times), settings);
const scoreOf = (times: readonly number[]) => {
  const evidence = measure(times);
  return isMeasured(evidence) ? evidence.score : Number.NaN;
};

const HALF_HOUR = 1.8e6;

/** Rises within a minute and fades over two more as a crowd does that sees a goal on television. */
const goalTime = (chance: Chance) =>
  Math.floor(-60_000 * Math.log((1 - chance.uniform()) * (1 - chance.uniform())));

/** `each` accounts in the first half of every `every`th second, over `seconds`. */
const volleys = (seconds: number, every: number, each: number) =>
  Array.from({ length: seconds / every }, (_, volley) =>
    Array.from({ length: each }, (_, at) => volley * every * SECOND_MS + at * 10),
  ).flat();

describe('measureSynchrony', () => {
  it('works out one volley by hand', () => {
    // Seconds 0, 10 and 20 with 1, 8 and 1 accounts: tested are 1 (empty), 9, 10, 11 and 19.
    const times = [0, ...Array.from({ length: 8 }, (_, at) => 10_000 + at), 20_000];
    const differences = [-0.5, -4, 8, -4, -0.5];
    const variances = [0.25, 2, 8, 2, 0.25];
    const excess = differences.reduce((sum, d, at) => sum + d * d - (variances[at] ?? 0), 0);
    const serial = 2 * (1 + 2 * (4 / 9 + 1 / 36));
    const spread = variances.reduce((sum, s) => sum + serial * s * s + s, 0);

    expect(measure(times)).toMatchObject({
      state: 'measured',
      effect: expect.closeTo(Math.sqrt(excess / (1.5 * 64)), 6),
      accounts: 0,
      detail: { z: expect.closeTo(excess / Math.sqrt(spread), 6), binSeconds: 1 },
    });
  });

  it('hears volleys, and names the accounts in them', () => {
    const evidence = measure(volleys(200, 10, 12));

    expect(evidence).toMatchObject({ state: 'measured', accounts: 216 });
    expect(scoreOf(volleys(200, 10, 12))).toBeGreaterThan(50);
  });

  it('counts accounts, not posts: one tool that repeats itself is no volley', () => {
    const times = volleys(200, 10, 12);
    const one = measureSynchrony(
      tableAt(times, (at) => ({ account: at % 12 === 0 ? `a${at}` : 'same' })),
      settings,
    );

    expect(one).toMatchObject({ state: 'measured', accounts: 0 });
  });

  it.each`
    crowd                   | timesOf
    ${'an even crowd'}      | ${(even: number[]) => even}
    ${'a crowd that grows'} | ${(even: number[]) => even.map((time) => Math.sqrt(time / HALF_HOUR) * HALF_HOUR)}
    ${'a goal'}             | ${(even: number[], chance: Chance) => even.map(() => goalTime(chance)).sort((one, other) => one - other)}
  `('takes $crowd for chance', ({ timesOf }) => {
    const alarms = countSeeds(150, (chance) => {
      return scoreOf(timesOf(evenly(chance, 1500, HALF_HOUR), chance)) >= 2;
    });

    // At p <= 0.01 one or two of 150 are expected; 8 or more come once in 5,000.
    expect(alarms).toBeLessThanOrEqual(7);
  });

  it('sets aside the edges of news where stamps are whole minutes', () => {
    const steady = Array.from({ length: 60 }, (_, minute) =>
      Array.from({ length: 5 }, () => minute * 60_000),
    ).flat();
    const news = [...steady, ...Array.from({ length: 60 }, () => 30 * 60_000)];

    expect(measure(news)).toMatchObject({
      accounts: 0,
      detail: { binSeconds: 60, minuteStamps: 'yes' },
    });
    expect(scoreOf(news)).toBeLessThan(1);
  });

  it('does not test the ends, where the poll may have cut', () => {
    const cut = Array.from({ length: 300 }, (_, at) => Math.floor(at / 10) * 1000);

    expect(measure(cut)).toMatchObject({ state: 'measured', score: 0, effect: 0 });
  });

  it('says when the posts are too close together to ask', () => {
    expect(measure([0, 500, 4000])).toEqual({
      signal: 'synchrony',
      state: 'unmeasured',
      reason: 'posts span 5 of 11 steps of 1 s',
    });
  });
});
