import { describe, expect, it } from 'vitest';
import { postsAnAccount } from '../../../bench/simulator/blocks/posts-an-account.ts';
import { chanceFrom } from '../../../bench/simulator/chance.ts';
import { valuesOf } from '../../../bench/simulator/parameter.ts';
import { C1 } from '../../../bench/simulator/scenarios/c1.ts';
import { goalsOf, O3 } from '../../../bench/simulator/scenarios/o3.ts';
import { cueOf, O4 } from '../../../bench/simulator/scenarios/o4.ts';
import { O5 } from '../../../bench/simulator/scenarios/o5.ts';
import { O9 } from '../../../bench/simulator/scenarios/o9.ts';
import { simulate } from '../../../bench/simulator/simulate.ts';

/** Expected values are those measured on real events: SIMULATOR.md 6, median of 20 seeds, 15 % slack. */
const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1);
const SLACK = 0.15;
const START_MS = Date.UTC(2026, 2, 4, 14);
const FIVE_MINUTES_MS = 300_000;

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] as number;
}

function expectNear(value: number, expected: number) {
  expect(value).toBeGreaterThan(expected * (1 - SLACK));
  expect(value).toBeLessThan(expected * (1 + SLACK));
}

/** Most posts that any span of `spanMs` holds, over all; `times` ascending. */
function busiestShare(times: readonly number[], spanMs: number): number {
  let most = 0;
  let from = 0;
  times.forEach((atMs, at) => {
    while (atMs - (times[from] as number) >= spanMs) from += 1;
    most = Math.max(most, at - from + 1);
  });
  return most / times.length;
}

/** Posts a second around each half second from `fromMs` on, smoothed over `widthMs`. */
function ratesOf(times: readonly number[], fromMs: number, widthMs: number): readonly number[] {
  return Array.from({ length: FIVE_MINUTES_MS / 500 }, (_, at) => {
    const centreMs = fromMs + at * 500;
    const inside = times.filter((time) => Math.abs(time - centreMs) < widthMs / 2).length;
    return (inside * 1000) / widthMs;
  });
}

/** Seconds from a tenth to nine tenths of a level. */
function riseSeconds(rates: readonly number[], level: number): number {
  const low = rates.findIndex((rate) => rate >= 0.1 * level);
  const high = rates.findIndex((rate) => rate >= 0.9 * level);
  return (high - low) / 2;
}

describe('goals on television (O3)', () => {
  const runs = SEEDS.map((seed) => {
    const input = { seed, hashtag: 'goal', startMs: START_MS, posts: 20_000 };
    const goalMs = goalsOf(input, valuesOf(O3.parameters))[0]?.atMs ?? Number.NaN;
    const times = simulate(O3, input).posts.map(({ createdAt }) => Date.parse(createdAt));
    const calmMs = goalMs - 20_000 - START_MS;
    const chatter = times.filter((atMs) => atMs < START_MS + calmMs).length / (calmMs / 1000);
    return {
      firstFive: times.filter((atMs) => atMs >= goalMs && atMs < goalMs + FIVE_MINUTES_MS),
      // What the goal adds to the chatter.
      rates: ratesOf(times, goalMs - 30_000, 30_000).map((rate) => rate - chatter),
    };
  });

  it('puts 37 % of the first five minutes into one', () => {
    expectNear(median(runs.map(({ firstFive }) => busiestShare(firstFive, 60_000))), 0.37);
  });

  it('puts 7 % of the first five minutes into ten seconds', () => {
    expectNear(median(runs.map(({ firstFive }) => busiestShare(firstFive, 10_000))), 0.07);
  });

  it('rises in 50 seconds', () => {
    expectNear(median(runs.map(({ rates }) => riseSeconds(rates, Math.max(...rates)))), 50);
  });
});

/** The five minutes from a cue on, with the seconds in which people aim at it. */
function firstFive(times: readonly number[], cueMs: number): readonly number[] {
  return times.filter((atMs) => atMs >= cueMs - 15_000 && atMs < cueMs + FIVE_MINUTES_MS);
}

describe('catch-phrase on cue (O4)', () => {
  const runs = SEEDS.map((seed) => {
    const input = { seed, hashtag: 'phrase', startMs: START_MS, posts: 4000 };
    const cueMs = cueOf(input, valuesOf(O4.parameters));
    const times = simulate(O4, input).posts.map(({ createdAt }) => Date.parse(createdAt));
    return { times: firstFive(times, cueMs), cueMs };
  });

  it('puts 82 % of the first five minutes into one', () => {
    expectNear(median(runs.map(({ times }) => busiestShare(times, 60_000))), 0.82);
  });

  it('puts 61 % of the first five minutes into ten seconds', () => {
    expectNear(median(runs.map(({ times }) => busiestShare(times, 10_000))), 0.61);
  });

  it('rises in 4 seconds', () => {
    const rises = runs.map(({ times, cueMs }) => {
      const rates = ratesOf(times, cueMs - 15_000, 5000);
      return riseSeconds(rates, Math.max(...rates));
    });

    expectNear(median(rises), 4);
  });
});

describe('earthquake (O5)', () => {
  const runs = SEEDS.map((seed) => {
    const input = { seed, hashtag: 'quake', startMs: START_MS, posts: 20_000 };
    const times = simulate(O5, input).posts.map(({ createdAt }) => Date.parse(createdAt));
    return firstFive(times, START_MS);
  });

  it('puts 65 % of the first five minutes into one', () => {
    expectNear(median(runs.map((times) => busiestShare(times, 60_000))), 0.65);
  });

  it('puts 14 % of the first five minutes into ten seconds', () => {
    expectNear(median(runs.map((times) => busiestShare(times, 10_000))), 0.14);
  });

  it('rises in 13 seconds', () => {
    const rises = runs.map((times) => {
      const rates = ratesOf(times, START_MS - 15_000, 10_000);
      return riseSeconds(rates, Math.max(...rates));
    });

    expectNear(median(rises), 13);
  });
});

describe('storm of a union (O9)', () => {
  const runs = SEEDS.map((seed) => {
    const { posts } = simulate(O9, { seed, hashtag: 'storm', startMs: START_MS, posts: 4050 });
    const counts = Map.groupBy(posts, ({ text }) => text);
    const copies = [...counts.values()].filter(({ length }) => length > 1).flat();
    return {
      copies: copies.length / posts.length,
      postsAnAccount: posts.length / new Set(posts.map(({ author }) => author)).size,
    };
  });

  it('copies 60 % of its texts', () => {
    expectNear(median(runs.map(({ copies }) => copies)), 0.6);
  });

  it('has 9 posts an account', () => {
    expectNear(median(runs.map(({ postsAnAccount }) => postsAnAccount)), 9);
  });
});

describe('ephemeral attack (C1)', () => {
  const runs = SEEDS.map((seed) => {
    const input = { seed, hashtag: 'attack', startMs: START_MS, posts: 1219, dose: 1 };
    const { posts } = simulate(C1, input);
    return posts.map(({ createdAt, deletedAt }) => ({
      atMs: Date.parse(createdAt),
      lifeMs: Date.parse(deletedAt ?? '') - Date.parse(createdAt),
    }));
  });
  const times = runs.map((posts) => posts.map(({ atMs }) => atMs));

  it('fits into one minute', () => {
    expect(median(times.map((run) => busiestShare(run, 60_000)))).toBeGreaterThan(0.99);
  });

  it('puts 28 % into ten seconds', () => {
    expectNear(median(times.map((run) => busiestShare(run, 10_000))), 0.28);
  });

  it('rises in 2 to 5 seconds', () => {
    const rises = times.map((run) => {
      const rates = ratesOf(run, START_MS - 2000, 1000);
      // The level that it keeps: the middle of its first ten seconds at full rate.
      return riseSeconds(rates, median(rates.slice(14, 34)));
    });

    expect(median(rises)).toBeGreaterThanOrEqual(2);
    expect(median(rises)).toBeLessThanOrEqual(5);
  });

  it('is gone after 53 seconds, in the order in which it came', () => {
    expectNear(median(runs.map((posts) => median(posts.map(({ lifeMs }) => lifeMs)))), 53_000);
    expect(median(runs.map(keptOrder))).toBeGreaterThan(0.95);
  });
});

/** Share of pairs, a second apart or more in creation, that are deleted in the same order. */
function keptOrder(posts: readonly { readonly atMs: number; readonly lifeMs: number }[]): number {
  let pairs = 0;
  let kept = 0;
  for (const one of posts) {
    for (const other of posts) {
      if (other.atMs - one.atMs < 1000) continue;
      pairs += 1;
      if (one.atMs + one.lifeMs < other.atMs + other.lifeMs) kept += 1;
    }
  }
  return kept / pairs;
}

describe('posts an account', () => {
  it.each`
    alpha  | kmax   | once
    ${2.9} | ${150} | ${0.82}
    ${2.3} | ${150} | ${0.69}
    ${1.8} | ${140} | ${0.57}
  `('with exponent $alpha, $once post once', ({ alpha, kmax, once }) => {
    const draw = postsAnAccount(alpha, kmax);
    const shares = SEEDS.map((seed) => {
      const chance = chanceFrom(seed);
      const counts = Array.from({ length: 2000 }, () => draw(chance));
      return counts.filter((count) => count === 1).length / counts.length;
    });

    expectNear(median(shares), once);
  });
});
