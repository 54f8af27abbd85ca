import { describe, expect, it } from 'vitest';
import {
  NAB_PROFILES,
  normalisedScore,
  probationRows,
  scoreSeries,
} from '../../../bench/volume/nab-score.ts';

const [STANDARD, LOW_FP, LOW_FN] = NAB_PROFILES;
const ROWS = 10_000;
const WINDOW = { first: 5000, last: 5099 };
const scoreOf = (alarms: readonly number[], profile = STANDARD as (typeof NAB_PROFILES)[number]) =>
  scoreSeries(ROWS, alarms, [WINDOW], profile);

/** Values by hand: the benchmark's 2 / (1 + e^(5 y)) - 1 is -tanh(2.5 y), and y = -1 is worth 1. */
describe('scoreSeries', () => {
  it.each([
    ['the first row of the window', [5000], 1],
    ['its middle', [5050], Math.tanh(1.25) / Math.tanh(2.5)],
    ['its last row', [5099], Math.tanh(0.025) / Math.tanh(2.5)],
    ['its best row, the others free', [5099, 5000, 5050], 1],
    ['nothing', [], -1],
    ['a row before any window', [4000], -1 - 0.11],
    ['a row far behind the window', [9000], -1 - 0.11],
    ['a row half a window behind', [5099 + 50], -1 - 0.11 * Math.tanh((2.5 * 50) / 99)],
    ['a hit and a false alarm', [2000, 5000], 1 - 0.11],
  ])('scores %s', (_, alarms, raw) => {
    expect(scoreOf([...alarms].sort((a, b) => a - b)).raw).toBeCloseTo(raw, 5);
  });

  it('weighs by profile', () => {
    expect(scoreOf([4000], LOW_FP).raw).toBeCloseTo(-1 - 0.22, 9);
    expect(scoreOf([4000], LOW_FN).raw).toBeCloseTo(-2 - 0.11, 9);
  });

  it('counts hits and false alarms, none of them on probation', () => {
    expect(scoreOf([10, 749, 750, 5000, 5001, 9000])).toMatchObject({ hits: 1, falseAlarms: 2 });
    expect(probationRows(ROWS)).toBe(750);
    expect(probationRows(1000)).toBe(150);
  });
});

it('is 100 for the perfect, 0 for the silent, and below for the noisy', () => {
  for (const profile of NAB_PROFILES) {
    expect(normalisedScore(scoreOf([5000], profile).raw, 1, profile)).toBeCloseTo(100, 9);
    expect(normalisedScore(scoreOf([], profile).raw, 1, profile)).toBeCloseTo(0, 9);
    expect(normalisedScore(scoreOf([4000], profile).raw, 1, profile)).toBeLessThan(0);
  }
});
