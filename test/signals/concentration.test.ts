import { describe, expect, it } from 'vitest';
import { DETECTION } from '../../functions/settings/detection.ts';
import { measureConcentration } from '../../functions/signals/concentration.ts';
import { countSeeds, evenly, tableAt } from '../support/a-table.ts';

const settings = DETECTION.signals.concentration;
const NONE: ReadonlySet<number> = new Set();
const HOUR_MS = 3_600_000;

describe('measureConcentration', () => {
  it('counts the accounts that write five posts or more where that tells most', () => {
    // 10 accounts with 5 posts each, 10 with one: P(Bin(20, .15) >= 10) = 2.478e-4, at three levels that make two tests.
    const table = tableAt(
      Array.from({ length: 60 }, (_, at) => at * 1000),
      (at) => ({ account: at < 50 ? `heavy${at % 10}` : `light${at}` }),
    );

    expect(measureConcentration(table, NONE, settings)).toMatchObject({
      score: expect.closeTo(-Math.log10(2 * 2.478e-4), 2),
      effect: expect.closeTo(0.5 / 0.15, 9),
      accounts: 10,
      detail: { accounts: 20, posts: 60, heavyPosts: 5, heavyAccountPosts: 50, spanHours: 12 },
    });
  });

  it('counts at two posts where everybody writes twice and nobody often', () => {
    const table = tableAt(
      Array.from({ length: 80 }, (_, at) => at * 1000),
      (at) => ({ account: `a${at % 40}` }),
    );

    expect(measureConcentration(table, NONE, settings)).toMatchObject({
      score: expect.closeTo(-40 * Math.log10(0.33) - Math.log10(2), 9),
      effect: expect.closeTo(1 / 0.33, 9),
      detail: { heavyPosts: 2, usualPercent: 33 },
    });
  });

  it('does not count two headlines of a feed', () => {
    const table = tableAt(
      Array.from({ length: 80 }, (_, at) => at * 1000),
      (at) => ({ account: `a${at % 40}` }),
    );
    const headlines = new Set(Array.from({ length: 40 }, (_, at) => at));

    expect(measureConcentration(table, headlines, settings)).toMatchObject({ effect: 0, score: 0 });
  });

  it('looks at the busiest half day: over a week everybody posts five times', () => {
    const daily = tableAt(
      Array.from({ length: 7 * 20 }, (_, at) => Math.floor(at / 20) * 24 * HOUR_MS + (at % 20)),
      (at) => ({ account: `a${at % 20}` }),
    );

    expect(measureConcentration(daily, NONE, settings)).toMatchObject({ effect: 0, score: 0 });
  });

  it('raises no alarm where many write now and then twice', () => {
    const alarms = countSeeds(100, (chance) => {
      const times = evenly(chance, 400, HOUR_MS);
      const accounts = times.map(
        () => (chance.uniform() < 0.6 ? 'h' : 'l') + Math.floor(chance.uniform() * 150),
      );
      const evidence = measureConcentration(
        tableAt(times, (at) => ({ account: accounts[at] ?? '' })),
        NONE,
        settings,
      );
      return evidence.state === 'measured' && evidence.score >= 4 && evidence.effect >= 2;
    });

    expect(alarms).toBe(0);
  });

  it('says when there are too few accounts', () => {
    expect(measureConcentration(tableAt([1]), NONE, settings)).toEqual({
      signal: 'concentration',
      state: 'unmeasured',
      reason: '1 of 2 accounts known',
    });
  });
});
