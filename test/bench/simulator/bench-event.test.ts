import { describe, expect, it } from 'vitest';
import { type BenchCase, benchCase } from '../../../bench/simulator/bench-cases.ts';
import { benchEvent, seenOf } from '../../../bench/simulator/bench-event.ts';
import { findings } from '../../../bench/simulator/bench-volume.ts';
import { SCENARIOS } from '../../../bench/simulator/scenarios/all.ts';
import { BURST } from '../../../functions/settings/burst.ts';

const NOTICE = BURST.thresholds.notice / Math.LN10;
const DAY_MS = 86_400_000;

function met(id: string, given: Partial<BenchCase>, seed = 1) {
  const scenario = SCENARIOS.find((one) => one.id === id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  return benchEvent(benchCase(scenario, { posts: 300, ...given }), seed);
}

function sharedOf(before: readonly string[] = [], now: readonly string[] = []): number {
  const known = new Set(before);
  return now.filter((account) => known.has(account)).length / now.length;
}

describe('what a monitor knows of earlier events', () => {
  it('is of the same hashtag where the next edition comes under it, and of no copy of the event', () => {
    const { event, earlier } = met('O15', { earlier: 2 });
    const hashtags = earlier.map(({ hashtag }) => hashtag);

    expect(hashtags).toEqual([event.truth.hashtag, event.truth.hashtag]);
    const back = sharedOf(earlier[0]?.sketch.accounts, earlier[1]?.sketch.accounts);
    // Up to four of ten come back; all would if it were played again.
    expect(back).toBeGreaterThan(0.1);
    expect(back).toBeLessThan(0.5);
  });

  it('is of other hashtags elsewhere', () => {
    const { event, earlier } = met('C5', { earlier: 3 });
    const hashtags = new Set(
      [event, ...earlier].map((one) => ('truth' in one ? one.truth.hashtag : one.hashtag)),
    );

    expect(hashtags.size).toBe(4);
  });

  it.each([
    [3, 7],
    [7, 1],
  ])('of %i events lies %i days apart', (earlier, days) => {
    const starts = met('C3', { earlier }).earlier.map(({ startMs }) => startMs);

    expect((starts[1] ?? 0) - (starts[0] ?? 0)).toBe(days * DAY_MS);
  });
});

describe('what the volume detector finds', () => {
  const SEEDS = [1, 2, 3, 4, 5];
  /** The highest score at any minute of an event. */
  function highest(id: string, given: Partial<BenchCase>, seed: number): number {
    const { event, volume } = met(id, given, seed);
    const times = seenOf(event).map(({ createdAt }) => Date.parse(createdAt));
    const scores = times.map((atMs) => {
      const found = volume.at(atMs + 300_000);
      return found.state === 'measured' ? found.score : 0;
    });
    return Math.max(...scores);
  }

  it.each(['C3', 'C6', 'C7', 'O3'])('of %s is a burst', (id) => {
    const scores = SEEDS.map((seed) => highest(id, { posts: 1000 }, seed));

    expect(Math.min(...scores)).toBeGreaterThan(NOTICE);
  });

  it.each([
    [1030, 0.3],
    [20_000, 0.3],
    [2000, 1],
  ])('of a slow drip of %i posts at dose %d is hardly ever one', (posts, dose) => {
    const scores = SEEDS.map((seed) => highest('C13', { posts, dose }, seed));

    expect(scores.filter((score) => score >= NOTICE).length).toBeLessThan(2);
  });

  it('is nothing before five minutes were counted', () => {
    const { event, volume } = met('O3', {});
    const firstMs = Date.parse(event.posts[0]?.createdAt ?? '');

    expect(volume.at(firstMs).state).toBe('unmeasured');
    expect(volume.at(firstMs + 300_000).state).toBe('measured');
  });

  it.each([
    ['noticed is forgotten as it ends', false, 0],
    ['worth an alert is remembered', true, 3],
  ])('that was %s', (_, alert, kept) => {
    const quiet = { inBurst: false, ended: false, alert: false, score: 0, posts: 2, expected: 2 };
    const found = findings([
      quiet,
      { ...quiet, inBurst: true, alert, score: 3 * Math.LN10, posts: 20 },
      { ...quiet, ended: true },
      quiet,
    ]);

    const scores = found.map((one) => (one.state === 'measured' ? one.score : null));
    expect(scores).toEqual([0, 3, 3, kept]);
    expect(found[2]).toMatchObject({ effect: 10 });
  });
});
