import { describe, expect, it } from 'vitest';
import type { Chance } from '../../bench/simulator/chance.ts';
import { isMeasured } from '../../functions/model/evidence.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { measurePulseShape } from '../../functions/signals/pulse-shape.ts';
import { countSeeds, evenly, NOON_MS, tableAt } from '../support/a-table.ts';

const MINUTE_MS = 60_000;
const settings = DETECTION.signals.pulseShape;
const limits = DETECTION.thresholds.bySignal['pulse-shape'] ?? {
  score: 0,
  effect: 0,
  accounts: 0,
};
const measure = (times: readonly number[], nowMs: number) =>
  measurePulseShape(
    tableAt([...times].sort((one, other) => one - other)),
    NOON_MS + nowMs,
    settings,
  );

function stands(times: readonly number[], nowMs = 30 * MINUTE_MS): boolean {
  const evidence = measure(times, nowMs);
  return (
    isMeasured(evidence) &&
    evidence.score >= limits.score &&
    evidence.effect >= limits.effect &&
    evidence.accounts >= limits.accounts
  );
}

/** Chatter of a quarter of an hour, three posts a minute. */
const chatter = (chance: Chance) => evenly(chance, 45, 15 * MINUTE_MS);

const attack = (chance: Chance, posts: number, seconds: number, fromMs = 10 * MINUTE_MS) =>
  evenly(chance, posts, seconds * 1000).map((time) => fromMs + time);

/** Ten minutes in; the sum of exponential times is a gamma law of whole shape. */
const answers = (chance: Chance, posts: number, shape: number, meanMs: number) =>
  Array.from({ length: posts }, () => {
    const waits = Array.from({ length: shape }, () => -Math.log(1 - chance.uniform()));
    const delayMs = (waits.reduce((sum, wait) => sum + wait, 0) * meanMs) / shape;
    return Math.floor(10 * MINUTE_MS + delayMs);
  });

describe('measurePulseShape', () => {
  it.each([
    [300, 40, 19],
    [1000, 40, 20],
    [1000, 240, 20],
  ])(
    'sees %i posts in %i s that begin and end at once, %i times in 20',
    (posts, seconds, times) => {
      const seen = countSeeds(20, (chance) =>
        stands([...chatter(chance), ...attack(chance, posts, seconds)]),
      );

      expect(seen).toBe(times);
    },
  );

  it('says how long the wave was, how fast, and how fast it was around', () => {
    const even = Array.from({ length: 400 }, (_, at) => 10 * MINUTE_MS + at * 100);
    const around = Array.from({ length: 100 }, (_, at) => at * 15_000);
    const evidence = measure([...around, ...even], 30 * MINUTE_MS);

    expect(evidence).toMatchObject({
      state: 'measured',
      accounts: 403,
      detail: { of: 500 },
    });
    expect(isMeasured(evidence) && evidence.detail).toMatchObject({
      binSeconds: 2,
      seconds: 40,
      perMinute: expect.closeTo(604.5, 6),
      scatter: 1,
    });
  });

  it.each([
    ['breaks off at once', 1],
    ['rises and decays', 2],
    ['swells and fades alike', 6],
  ])('is not moved by an audience that %s, however large', (_, shape) => {
    const moved = countSeeds(12, (chance) =>
      [100, 1000, 8000].some((posts) =>
        stands([...chatter(chance), ...answers(chance, posts, shape, 60_000)]),
      ),
    );

    expect(moved).toBe(0);
  });

  it('is not moved by an audience that comes in clusters: each answer brings twenty at once', () => {
    const moved = countSeeds(20, (chance) =>
      stands(
        answers(chance, 60, 2, 60_000).flatMap((time) =>
          evenly(chance, 20, 2000).map((delayMs) => time + delayMs),
        ),
      ),
    );

    expect(moved).toBe(0);
  });

  it('counts an account once', () => {
    const times = Array.from({ length: 400 }, (_, at) => 10 * MINUTE_MS + at * 100);
    const table = tableAt(times, (at) => ({ account: `account${at % 20}` }));

    expect(measurePulseShape(table, NOON_MS + 30 * MINUTE_MS, settings)).toEqual({
      signal: 'pulse-shape',
      state: 'unmeasured',
      reason: '20 of 30 accounts',
    });
  });

  it('waits until the wave could be over', () => {
    const times = Array.from({ length: 400 }, (_, at) => at * 100);

    expect(measure(times, 40_000)).toEqual({
      signal: 'pulse-shape',
      state: 'unmeasured',
      reason: 'the wave may not be over yet',
    });
    expect(measure(times, 2 * MINUTE_MS).state).toBe('measured');
  });

  it('asks by the minute where stamps are minutes', () => {
    const minutes = Array.from({ length: 600 }, (_, at) => (60 + Math.floor(at / 50)) * MINUTE_MS);
    const around = Array.from({ length: 40 }, (_, at) => at * 3 * MINUTE_MS);
    const evidence = measure([...around, ...minutes], 180 * MINUTE_MS);

    expect(isMeasured(evidence) && evidence.detail).toMatchObject({
      binSeconds: 60,
      seconds: 720,
    });
  });

  it('has nothing to ask of posts that are spread over hours', () => {
    expect(
      measure(
        Array.from({ length: 400 }, (_, at) => at * MINUTE_MS),
        400 * MINUTE_MS,
      ),
    ).toEqual({
      signal: 'pulse-shape',
      state: 'unmeasured',
      reason: 'no wave holds half of the accounts',
    });
  });
});
