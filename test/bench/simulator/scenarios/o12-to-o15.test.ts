import { describe, expect, it } from 'vitest';
import { O12 } from '../../../../bench/simulator/scenarios/o12.ts';
import { O13 } from '../../../../bench/simulator/scenarios/o13.ts';
import { O14 } from '../../../../bench/simulator/scenarios/o14.ts';
import { O15 } from '../../../../bench/simulator/scenarios/o15.ts';
import { simulate } from '../../../../bench/simulator/simulate.ts';
import {
  authorsIn,
  counted,
  exactCopies,
  MINUTE_MS,
  median,
  nearCopies,
  postsOf,
  timesOf,
} from './measured.ts';

const START_MS = Date.UTC(2026, 2, 4, 14);
const HOUR_MS = 60 * MINUTE_MS;
const INPUT = { seed: 3, hashtag: 'event', startMs: START_MS, posts: 8000 };

function share<Item>(items: readonly Item[], isSo: (item: Item) => boolean): number {
  return items.filter(isSo).length / items.length;
}

describe('giveaway (O12)', () => {
  const { posts, accounts } = simulate(O12, INPUT);

  it('is half the rule copied, half the rule reposted, 1.5 posts each', () => {
    const originals = posts.filter(({ repost }) => !repost);

    expect(share(posts, ({ repost }) => repost)).toBeCloseTo(0.43, 1);
    expect(nearCopies(originals.slice(0, 1000))).toBeGreaterThan(0.85);
    expect(exactCopies(originals)).toBeCloseTo(0.65, 1);
    expect(posts.length / accounts.length).toBeCloseTo(1.5, 0.8);
  });

  it('starts at once and has a hump in its last hour', () => {
    const offsets = timesOf(posts).map((atMs) => (atMs - START_MS) / HOUR_MS);

    expect(median(offsets)).toBeLessThan(2.5);
    expect(share(offsets, (hours) => hours > 23)).toBeCloseTo(0.15, 1.5);
    expect(share(offsets, (hours) => hours > 21 && hours < 22)).toBeLessThan(0.01);
    expect(Math.max(...offsets)).toBeLessThanOrEqual(24);
  });

  it('meets the same professionals again, and nobody else', () => {
    const again = simulate(O12, { ...INPUT, hashtag: 'after', returning: accounts });
    const third = simulate(O12, { ...INPUT, hashtag: 'third', returning: accounts });
    const known = new Set(accounts.map(({ id }) => id));
    const back = again.accounts.filter(({ id }) => known.has(id)).map(({ id }) => id);
    const thirdBack = new Set(third.accounts.map(({ id }) => id));

    expect(back.length / again.accounts.length).toBeGreaterThan(0.02);
    expect(back.length / again.accounts.length).toBeLessThan(0.04);
    // Of those who came back once, six of ten come once more.
    expect(share(back, (id) => thirdBack.has(id))).toBeCloseTo(0.6, 0.8);
  });
});

describe('crisis newcomers (O13)', () => {
  const { posts, accounts } = simulate(O13, INPUT);

  it('has one account in three that is younger than two months', () => {
    const days = accounts.map(({ createdMs }) => (START_MS - createdMs) / 86_400_000);

    expect(share(days, (age) => age < 60)).toBeGreaterThan(0.3);
    expect(share(days, (age) => age < 60)).toBeLessThan(0.4);
    expect(Math.min(...days)).toBeGreaterThan(0);
  });

  it('goes on for days, three posts an account, most of them reposts', () => {
    const offsets = timesOf(posts).map((atMs) => (atMs - START_MS) / HOUR_MS);

    expect(median(offsets)).toBeGreaterThan(20);
    expect(posts.length / accounts.length).toBeGreaterThan(2.7);
    expect(posts.length / accounts.length).toBeLessThan(5.7);
    expect(share(posts, ({ repost }) => repost)).toBeGreaterThan(0.6);
  });

  it('leaves those alone who were met elsewhere', () => {
    const neighbours = simulate(O15, { ...INPUT, posts: 2000 }).accounts;
    const dates = new Map(neighbours.map(({ id, createdMs }) => [id, createdMs]));
    const met = simulate(O13, { ...INPUT, neighbours }).accounts.filter(({ id }) => dates.has(id));

    expect(met.length).toBeGreaterThan(20);
    for (const { id, createdMs } of met) expect(createdMs).toBe(dates.get(id));
  });
});

describe('answer to a covert tag (O14)', () => {
  const run = simulate(O14, INPUT);

  it('has twenty posts of others for each of the core', () => {
    expect(run.truth.dose).toBeGreaterThan(0.9 / 21);
    expect(run.truth.dose).toBeLessThan(1.1 / 21);
    expect(postsOf(run, 'core').length / run.core.length).toBeGreaterThan(2);
  });

  it('is noticed later, and goes on when the mill has stopped', () => {
    const core = timesOf(postsOf(run, 'core')).map((atMs) => atMs - START_MS);
    const others = timesOf(postsOf(run, 'uptake')).map((atMs) => atMs - START_MS);

    expect(share(others, (ms) => ms < 40 * MINUTE_MS)).toBeLessThan(0.1);
    expect(share(core, (ms) => ms < 40 * MINUTE_MS)).toBeGreaterThan(0.15);
    expect(median(others)).toBeGreaterThan(1.5 * median(core));
  });

  it('holds at any dose', () => {
    for (const dose of [0.3, 0.7, 1]) {
      expect(simulate(O14, { ...INPUT, dose }).truth.dose).toBeCloseTo(dose, 1);
    }
  });
});

describe('weekly ritual (O15)', () => {
  const { posts, accounts } = simulate(O15, { ...INPUT, startMs: START_MS - 20 * MINUTE_MS });

  it('copies a greeting in 15 % of posts', () => {
    const greetings = [...counted(posts.map(({ text }) => text)).values()].filter((n) => n > 100);

    expect(greetings).toHaveLength(3);
    expect(greetings.reduce((sum, count) => sum + count, 0) / posts.length).toBeCloseTo(0.15, 1.5);
  });

  it('has a tenth of its posts from schedulers, at the full hour', () => {
    const onTheHour = share(timesOf(posts), (atMs) => atMs % HOUR_MS < 10_000);

    expect(onTheHour).toBeGreaterThan(0.085);
    expect(onTheHour).toBeLessThan(0.12);
  });

  it('has four of ten accounts that were there last time', () => {
    const again = simulate(O15, { ...INPUT, hashtag: 'after', returning: accounts });
    const known = new Set(accounts.map(({ id }) => id));

    expect(share(again.accounts, ({ id }) => known.has(id))).toBeCloseTo(0.4, 1);
    expect(posts.length / authorsIn(posts)).toBeGreaterThan(2.7);
  });
});
