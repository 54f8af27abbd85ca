import { describe, expect, it } from 'vitest';
import { C3 } from '../../../../bench/simulator/scenarios/c3.ts';
import { C4 } from '../../../../bench/simulator/scenarios/c4.ts';
import { C5 } from '../../../../bench/simulator/scenarios/c5.ts';
import { C6 } from '../../../../bench/simulator/scenarios/c6.ts';
import { C7 } from '../../../../bench/simulator/scenarios/c7.ts';
import { type Simulated, simulate } from '../../../../bench/simulator/simulate.ts';
import {
  authorsIn,
  counted,
  exactCopies,
  MINUTE_MS,
  median,
  nearCopies,
  postsOf,
  spanOf,
  timesOf,
} from './measured.ts';

/** Expected values are those of the table of scenarios: median of 20 seeds, 15 % slack. */
const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1);
const SLACK = 0.15;
const START_MS = Date.UTC(2026, 2, 4, 14);
const INPUT = { seed: 3, hashtag: 'event', startMs: START_MS, posts: 4000 };

function expectNear(value: number, expected: number) {
  expect(value).toBeGreaterThan(expected * (1 - SLACK));
  expect(value).toBeLessThan(expected * (1 + SLACK));
}

function returned(before: Simulated, after: Simulated): number {
  const known = new Set(before.core.map(({ id }) => id));
  return after.core.filter(({ id }) => known.has(id)).length / after.core.length;
}

describe('hashtag mill (C3)', () => {
  const runs = SEEDS.map((seed) => simulate(C3, { ...INPUT, seed, posts: 8000 }));
  const cores = runs.map((run) => postsOf(run, 'core'));

  it('has writers of 3.1 posts each, who are answered seventeen times each', () => {
    expectNear(median(cores.map((core) => core.length / authorsIn(core))), 3.1);
    expectNear(
      median(runs.map(({ posts, core, truth }) => (posts.length * (1 - truth.dose)) / core.length)),
      17,
    );
  });

  it('has a writer of very many posts', () => {
    const most = cores.map((core) =>
      Math.max(...counted(core.map(({ author }) => author)).values()),
    );

    expect(median(most)).toBeGreaterThan(40);
    expect(Math.max(...most)).toBeLessThanOrEqual(226);
  });

  it('copies nearly, a fifth of its posts, and hardly anything to the letter', () => {
    expectNear(median(cores.map(nearCopies)), 0.2);
    expect(median(cores.map(exactCopies))).toBeLessThan(0.04);
  });

  it('keeps to its two hours, after a ramp of twenty minutes', () => {
    const offsets = cores.flatMap((core) => timesOf(core).map((atMs) => atMs - START_MS));
    const within = (fromMinutes: number, toMinutes: number) =>
      offsets.filter((ms) => ms >= fromMinutes * MINUTE_MS && ms < toMinutes * MINUTE_MS).length;

    expect(within(0, 130) / offsets.length).toBeGreaterThan(0.9);
    expect(within(0, 10)).toBeLessThan(0.35 * within(50, 60));
  });

  it('shares three of ten writers with another of its hashtags', () => {
    const first = simulate(C3, { ...INPUT, hashtag: 'before', posts: 20_000 });
    const second = simulate(C3, { ...INPUT, posts: 20_000, returning: first.core });

    expectNear(returned(first, second), 0.3);
  });
});

describe('contractor as alleged (C4)', () => {
  const run = simulate(C4, { ...INPUT, posts: 20_000 });
  const core = postsOf(run, 'core');

  it('works by the piece: counts pile up at ten, twenty and fifty', () => {
    const counts = [...counted(core.map(({ author }) => author)).values()];
    const full = counts.filter((count) => [10, 20, 50].includes(count));

    expect(full.length / counts.length).toBeGreaterThan(0.8);
    expect(Math.max(...counts)).toBe(50);
  });

  it('begins two minutes after the order and is done after two hours', () => {
    const offsets = timesOf(core).map((atMs) => (atMs - START_MS) / MINUTE_MS);

    expect(Math.min(...offsets)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...offsets)).toBeLessThanOrEqual(130);
    expect(Math.max(...offsets)).toBeGreaterThan(110);
  });

  it('copies half of a bank of thirty lines unchanged', () => {
    const copied = [...counted(core.map(({ text }) => text)).values()].filter((count) => count > 1);

    expect(copied).toHaveLength(30);
    expectNear(copied.reduce((sum, count) => sum + count, 0) / core.length, 0.5);
  });

  it('shows women and newsrooms, and places that do not fit; others do not', () => {
    const shares = (role: 'core' | 'uptake') => {
      const of = new Map(postsOf(run, role).map((post) => [post.author, post]));
      const share = (isSo: (post: (typeof core)[number]) => boolean) =>
        [...of.values()].filter(isSo).length / of.size;
      return {
        women: share(({ authorHandle = '' }) => /^[A-Z][a-z]+\d{5,8}$/.test(authorHandle)),
        newsrooms: share(({ authorName = '' }) => / (News|Times|TV|Post)$/.test(authorName)),
      };
    };
    const homes = new Set(postsOf(run, 'uptake').map(({ authorPlace }) => authorPlace));
    const home = [...counted(postsOf(run, 'uptake').map(({ authorPlace }) => authorPlace))]
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, 8)
      .map(([place]) => place);
    const persons = new Map(core.map((post) => [post.author, post.authorPlace]));
    const away = [...persons.values()].filter((place) => !home.includes(place)).length;

    expect(shares('core').women).toBeCloseTo(0.25, 1);
    expect(shares('core').newsrooms).toBeGreaterThan(0.02);
    expect(shares('core').newsrooms).toBeLessThan(0.09);
    expect(shares('uptake')).toEqual({ women: 0, newsrooms: 0 });
    expect(away / persons.size).toBeCloseTo(0.4, 1);
    expect(homes.size).toBeGreaterThan(8);
  });

  it('presents an account in one way, whenever it is met', () => {
    const ways = counted(
      [
        ...new Map(run.posts.map((post) => [`${post.author} ${post.authorHandle}`, post])).values(),
      ].map(({ author }) => author),
    );

    expect(Math.max(...ways.values())).toBe(1);
  });

  it('comes back with seven of ten accounts', () => {
    const again = simulate(C4, { ...INPUT, hashtag: 'after', posts: 20_000, returning: run.core });

    expectNear(returned(run, again), 0.7);
  });
});

describe('hired influencers (C5)', () => {
  const runs = SEEDS.map((seed) => simulate(C5, { ...INPUT, seed }));
  const cores = runs.map((run) => postsOf(run, 'core'));

  it('writes 6.3 posts an account, 15 % of them near copies', () => {
    expectNear(median(cores.map((core) => core.length / authorsIn(core))), 6.3);
    expectNear(median(cores.map(nearCopies)), 0.15);
  });

  it('stops once it is listed: the last half hour is the busiest, then comes nothing', () => {
    const shares = cores.map((core) => {
      const times = timesOf(core);
      // Nine in ten have stopped within seven minutes.
      const stopMs = times[Math.floor(times.length * 0.98)] as number;
      const within = (fromMinutes: number, toMinutes: number) =>
        times.filter(
          (atMs) =>
            atMs > stopMs - fromMinutes * MINUTE_MS && atMs <= stopMs - toMinutes * MINUTE_MS,
        ).length / times.length;
      return { last: within(30, 0), before: within(60, 30), after: within(0, -30) };
    });

    expect(median(shares.map(({ last, before }) => last / before))).toBeGreaterThan(1.1);
    expect(median(shares.map(({ after }) => after))).toBeLessThan(0.03);
  });

  it('is left to others, of whom half are gone within an hour', () => {
    const halves = runs.map((run, at) => {
      const lastMs = timesOf(cores[at] ?? []).at(-1) as number;
      const after = timesOf(postsOf(run, 'uptake')).filter((atMs) => atMs > lastMs);
      return median(after.map((atMs) => (atMs - lastMs) / MINUTE_MS));
    });

    expectNear(median(halves), 60);
  });
});

describe('buzzer room (C6)', () => {
  const run = simulate(C6, { ...INPUT, posts: 20_000 });
  const core = postsOf(run, 'core');
  const hourOf = (createdAt: string) => (Date.parse(createdAt) / 3_600_000 + 7) % 24;

  it('writes in working hours only, most in the rush hours', () => {
    const hours = core.map(({ createdAt }) => hourOf(createdAt));
    const perHour = (from: number, to: number) =>
      hours.filter((hour) => hour >= from && hour < to).length / (to - from);

    // Who goes through five accounts may end after the hour.
    expect(hours.filter((hour) => hour >= 7 && hour < 19.2)).toHaveLength(hours.length);
    expectNear(perHour(7, 9) / perHour(9, 16), 2);
    expectNear(perHour(16, 19) / perHour(9, 16), 2);
  });

  it('has twenty people for a hundred accounts, twelve posts each, all in own words', () => {
    const smaller = simulate(C6, { ...INPUT, posts: 2400 });

    expect(smaller.core).toHaveLength(100);
    expectNear(core.length / authorsIn(core), 12);
    // Chat of four words may happen twice.
    expect(exactCopies(core)).toBeLessThan(0.01);
    expect(nearCopies(core)).toBeLessThan(0.02);
  });

  it('goes through the five accounts of one person at a time', () => {
    const quiet = simulate(C6, { ...INPUT, posts: 240, dose: 1 });
    const times = quiet.posts.map(({ createdAt }) => Date.parse(createdAt));
    const gaps = times.slice(1).map((atMs, at) => atMs - (times[at] as number));

    // 240 posts spread evenly over twelve hours would be three minutes apart.
    expect(median(gaps) / MINUTE_MS).toBeLessThan(1.2);
  });

  it('returns nearly complete', () => {
    const again = simulate(C6, { ...INPUT, hashtag: 'after', posts: 20_000, returning: run.core });

    expectNear(returned(run, again), 0.9);
  });
});

describe('troll farm (C7)', () => {
  const runs = SEEDS.map((seed) => simulate(C7, { ...INPUT, seed, posts: 359, dose: 1 }));
  const cores = runs.map((run) => postsOf(run, 'core'));

  it('copies 57 % exactly, ten posts a text', () => {
    const groups = cores.flatMap((core) =>
      [...counted(core.map(({ text }) => text)).values()].filter((count) => count > 1),
    );

    expectNear(median(cores.map(exactCopies)), 0.57);
    expectNear(median(groups), 10);
  });

  it('writes 7.7 posts an account, by 47 accounts', () => {
    expectNear(median(cores.map((core) => core.length / authorsIn(core))), 7.7);
    expectNear(median(cores.map(authorsIn)), 47);
  });

  it('puts nine tenths of the day into 2.4 hours, and a group of copies into 53 minutes', () => {
    const groupSpans = cores.flatMap((core) =>
      [...Map.groupBy(core, ({ text }) => text).values()]
        .filter((group) => group.length > 2)
        .map((group) => spanOf(timesOf(group), 1)),
    );

    expectNear(median(cores.map((core) => spanOf(timesOf(core), 0.9))) / MINUTE_MS, 144);
    expectNear(median(groupSpans) / MINUTE_MS, 53 * 0.8);
  });

  it('has accounts of 700 days, one in twenty younger than 90', () => {
    const { core } = simulate(C7, { ...INPUT, posts: 20_000 });
    const days = core.map(({ createdMs }) => (START_MS - createdMs) / 86_400_000);

    expectNear(median(days), 700);
    expect(days.filter((age) => age < 90).length / days.length).toBeCloseTo(0.05, 1.5);
  });

  it('works less at the weekend', () => {
    const { posts } = simulate(C7, { ...INPUT, posts: 8000, dose: 1 }, { days: 28 });
    const weekend = posts.filter(({ createdAt }) => {
      const weekday = new Date(Date.parse(createdAt) + 3 * 3_600_000).getUTCDay();
      return weekday === 0 || weekday === 6;
    });

    expectNear(weekend.length / posts.length, 0.14);
  });
});
