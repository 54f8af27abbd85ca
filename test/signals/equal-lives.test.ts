import { describe, expect, it } from 'vitest';
import { DETECTION } from '../../functions/settings/detection.ts';
import { measureEqualLives } from '../../functions/signals/equal-lives.ts';
import { countSeeds, NOON_MS, SECOND_MS, tableAt } from '../support/a-table.ts';

const settings = DETECTION.signals.equalLives;
const { effect: limit } = DETECTION.thresholds.bySignal['equal-lives'] ?? { effect: 1 };

/** One post a second, each gone after as many seconds. */
const livedFor = (lives: readonly number[]) =>
  tableAt(
    lives.map((_, at) => at * SECOND_MS),
    (at) => ({ deletedMs: NOON_MS + at * SECOND_MS + (lives[at] ?? 0) * SECOND_MS }),
  );

describe('measureEqualLives', () => {
  it('finds posts that each live about as long', () => {
    const table = livedFor(Array.from({ length: 40 }, (_, at) => 45 + (at % 16)));

    // All forty within a factor of two: P(Bin(40, 1/2) >= 40) = 2^-40, at ten places.
    expect(measureEqualLives(table, true, settings)).toMatchObject({
      score: expect.closeTo(40 * Math.log10(2) - 1, 6),
      effect: 1,
      accounts: 40,
      detail: { vanished: 40, equal: 40, shortestSeconds: 45, longestSeconds: 60 },
    });
  });

  it('does not take one removal of everything for a script', () => {
    const table = tableAt(
      Array.from({ length: 40 }, (_, at) => at * SECOND_MS),
      (at) => ({ deletedMs: NOON_MS + 100 * SECOND_MS + at }),
    );

    expect(measureEqualLives(table, true, settings)).toMatchObject({
      state: 'unmeasured',
      reason: expect.stringContaining('all at once'),
    });
  });

  it('does not read lives off the times of polls', () => {
    const table = tableAt(
      Array.from({ length: 40 }, (_, at) => at * SECOND_MS),
      (at) => ({ deletedMs: NOON_MS + (at < 20 ? 60 : 120) * SECOND_MS }),
    );

    expect(measureEqualLives(table, true, settings)).toMatchObject({
      state: 'unmeasured',
      reason: expect.stringContaining('by the polls'),
    });
  });

  it('lets people take back what they like when they like', () => {
    const alarms = countSeeds(200, (chance) => {
      const table = livedFor(Array.from({ length: 60 }, () => 1 + chance.uniform() * 298));
      const evidence = measureEqualLives(table, true, settings);
      return evidence.state === 'measured' && evidence.effect >= limit;
    });

    expect(alarms).toBe(0);
  });

  it('counts early ends only, and says when there are too few', () => {
    const table = livedFor([...Array(19).fill(50), ...Array(40).fill(301)]);

    expect(measureEqualLives(table, true, settings)).toMatchObject({
      reason: '19 of 20 posts that vanished early',
    });
    expect(measureEqualLives(table, false, settings)).toMatchObject({
      reason: 'vanished posts were not looked for',
    });
  });
});
