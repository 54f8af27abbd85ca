import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TIDE } from '../../functions/settings/tide.ts';
import {
  companyOf,
  isSameSurge,
  isTideOver,
  joinSurge,
  reachOf,
  surgesAmong,
  tideState,
} from '../../functions/signals/tide.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NOON = Date.UTC(2026, 0, 6, 12);
const ORDER = ['calm', 'rising', 'surge'];

const count = fc.integer({ min: 0, max: 20_000 });
const rises = fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 120 });
const severityOf = (rose: number, watched: number) =>
  ORDER.indexOf(tideState({ rose, watched }, TIDE));

describe('the state of a tide', () => {
  it.each([
    [9, 9, 'calm'],
    [10, 10, 'surge'],
    [10, 30, 'surge'],
    [10, 31, 'rising'],
    [10, 100, 'rising'],
    [10, 101, 'calm'],
    [99, 1000, 'calm'],
    [100, 1000, 'rising'],
    [333, 1000, 'rising'],
    [334, 1000, 'surge'],
  ] as const)('of %i among %i is %s', (rose, watched, state) => {
    expect(tideState({ rose, watched }, TIDE)).toBe(state);
  });

  it('is never a surge where fewer than ten are watched, though all of them rise', () => {
    for (let watched = 0; watched < 10; watched += 1)
      for (let rose = 0; rose <= watched; rose += 1)
        expect(tideState({ rose, watched }, TIDE)).toBe('calm');
  });

  it('never falls as more rise, nor rises as more are watched', () => {
    fc.assert(
      fc.property(count, count, count, (rose, watched, more) => {
        expect(severityOf(rose + more, watched)).toBeGreaterThanOrEqual(severityOf(rose, watched));
        expect(severityOf(rose, watched + more)).toBeLessThanOrEqual(severityOf(rose, watched));
      }),
    );
  });
});

describe('the company of a rise', () => {
  const minutes = (...at: readonly number[]) => at.map((minute) => NOON + minute * MINUTE_MS);

  it.each([
    ['nobody', [], { rose: 0, fromMs: NOON, untilMs: NOON }],
    [
      'all within two hours, before or after',
      minutes(-119, 0),
      { rose: 2, fromMs: NOON - 119 * MINUTE_MS, untilMs: NOON },
    ],
    ['none at two hours', minutes(-120, 0, 120), { rose: 1, fromMs: NOON, untilMs: NOON }],
    [
      'the fuller of two windows',
      minutes(-100, 0, 90, 95),
      { rose: 3, fromMs: NOON, untilMs: NOON + 95 * MINUTE_MS },
    ],
  ])('is %s', (_, around, company) => {
    expect(companyOf(NOON, around, TIDE)).toEqual(company);
  });

  it('is the fullest window that holds it, found the long way round', () => {
    fc.assert(
      fc.property(rises, fc.nat(2_000), (found, at) => {
        const all = [...found, at].sort((one, other) => one - other).map((one) => one * MINUTE_MS);
        const ms = at * MINUTE_MS;
        const fullest = Math.max(
          ...all
            .filter((from) => from <= ms && ms < from + TIDE.windowMs)
            .map((from) => all.filter((r) => r >= from && r < from + TIDE.windowMs).length),
        );
        expect(companyOf(ms, all, TIDE).rose).toBe(fullest);
      }),
    );
  });

  it('is the same seen from all rises as from those within reach, once the tide is over', () => {
    fc.assert(
      fc.property(rises, fc.nat(2_000), (found, at) => {
        const all = [...found, at].sort((one, other) => one - other).map((one) => one * MINUTE_MS);
        const ms = at * MINUTE_MS;
        const over = ms + TIDE.windowMs;
        expect(isTideOver(ms, over, TIDE)).toBe(true);
        const { fromMs, toMs } = reachOf(ms, over, TIDE);
        const reached = all.filter((rise) => rise >= fromMs && rise < toMs);
        expect(companyOf(ms, reached, TIDE)).toEqual(companyOf(ms, all, TIDE));
      }),
    );
  });

  it('leaves out the minute in which it is counted', () => {
    expect(reachOf(NOON, NOON + MINUTE_MS, TIDE).toMs).toBe(NOON + MINUTE_MS);
    expect(isTideOver(NOON, NOON + TIDE.windowMs - 1, TIDE)).toBe(false);
  });
});

describe('surges', () => {
  const spread = (many: number, fromMs: number, toMs: number) =>
    Array.from({ length: many }, (_, index) => fromMs + ((toMs - fromMs) * index) / many);

  it('of a thousand watches is one, not a thousand', () => {
    const surges = surgesAmong(spread(1000, NOON, NOON + 3 * HOUR_MS), 1000, TIDE);

    expect(surges).toHaveLength(1);
    expect(surges[0]?.rose).toBeGreaterThan(600);
  });

  it('are none where watches rise by themselves: each once a day, for a month', () => {
    expect(surgesAmong(spread(30_000, NOON, NOON + 30 * 24 * HOUR_MS), 1000, TIDE)).toEqual([]);
  });

  it('half a day apart are two, four hours apart one', () => {
    const wave = (atMs: number) => spread(50, atMs, atMs + HOUR_MS);
    const twice = (apart: number) =>
      surgesAmong([...wave(NOON + apart), ...wave(NOON)], 100, TIDE).map(({ rose }) => rose);

    expect(twice(12 * HOUR_MS)).toEqual([50, 50]);
    expect(twice(4 * HOUR_MS)).toEqual([50]);
  });

  it('lie further apart than the quiet time, and hold no fewer than the law asks', () => {
    fc.assert(
      fc.property(rises, fc.integer({ min: 1, max: 60 }), (found, watched) => {
        const surges = surgesAmong(
          found.map((one) => one * MINUTE_MS),
          watched,
          TIDE,
        );
        for (const [index, surge] of surges.entries()) {
          expect(tideState(surge, TIDE)).toBe('surge');
          const before = surges[index - 1];
          if (before !== undefined) expect(isSameSurge(before, surge, TIDE)).toBe(false);
        }
      }),
    );
  });

  it('joined keep the fullest count and the whole stretch', () => {
    const first = { rose: 40, watched: 100, fromMs: NOON, untilMs: NOON + HOUR_MS };
    const next = { rose: 35, watched: 90, fromMs: NOON + 1, untilMs: NOON + 2 * HOUR_MS };
    expect(joinSurge(first, next)).toEqual({ ...first, untilMs: NOON + 2 * HOUR_MS });
  });
});
