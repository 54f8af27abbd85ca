import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCENARIOS } from '../../../bench/simulator/scenarios/all.ts';
import { C1 } from '../../../bench/simulator/scenarios/c1.ts';
import { C2 } from '../../../bench/simulator/scenarios/c2.ts';
import { O3 } from '../../../bench/simulator/scenarios/o3.ts';
import { O6 } from '../../../bench/simulator/scenarios/o6.ts';
import { O8 } from '../../../bench/simulator/scenarios/o8.ts';
import { type Simulated, simulate } from '../../../bench/simulator/simulate.ts';

const INPUT = { seed: 3, hashtag: 'event', startMs: Date.UTC(2026, 2, 4, 14), posts: 4000 };

/** News is a heavy-tailed cascade: a small event now and then gets twice the posts that were asked for. */
const CASCADES = ['O6', 'O13'];

function postsOf({ posts, truth }: Simulated, role: string) {
  const ids = new Set(truth.posts.filter((post) => post.role === role).map(({ id }) => id));
  return posts.filter(({ id }) => ids.has(id));
}

describe.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
  '%s',
  (_, scenario) => {
    it('is the same for the same seed, to the byte, and another for another', () => {
      const once = JSON.stringify(simulate(scenario, INPUT));

      expect(JSON.stringify(simulate(scenario, INPUT))).toBe(once);
      expect(JSON.stringify(simulate(scenario, { ...INPUT, seed: 4 }))).not.toBe(once);
    });

    it('writes about as many posts as asked for, whole, in order, each with its truth', () => {
      fc.assert(
        fc.property(fc.nat(), fc.integer({ min: 300, max: 1500 }), (seed, posts) => {
          const event = simulate(scenario, { ...INPUT, seed, posts });
          const times = event.posts.map(({ createdAt }) => Date.parse(createdAt));

          expect(event.posts.length).toBeGreaterThan(posts * 0.6);
          expect(event.posts.length).toBeLessThan(
            posts * (CASCADES.includes(scenario.id) ? 4 : 1.6),
          );
          expect(times).toEqual(times.toSorted((one, other) => one - other));
          expect(Math.min(...times)).toBeGreaterThanOrEqual(INPUT.startMs);
          expect(new Set(event.posts.map(({ id }) => id)).size).toBe(event.posts.length);
          expect(event.truth.posts.map(({ id }) => id)).toEqual(event.posts.map(({ id }) => id));
          for (const { createdAt, authorCreatedAt, deletedAt, text } of event.posts) {
            expect(Date.parse(authorCreatedAt ?? '')).toBeLessThan(Date.parse(createdAt));
            if (deletedAt !== undefined) {
              expect(Date.parse(deletedAt)).toBeGreaterThan(Date.parse(createdAt));
            }
            expect(text).toContain('#event');
          }
        }),
        { numRuns: 15 },
      );
    });

    it('refuses a parameter out of its range, and one that it does not know', () => {
      const [name, { high }] = Object.entries(scenario.parameters)[0] as [string, { high: number }];

      expect(() => simulate(scenario, INPUT, { [name]: high + 1 })).toThrow(`${name} must lie in`);
      expect(() => simulate(scenario, INPUT, { nobody: 1 })).toThrow('unknown parameter nobody');
    });
  },
);

describe('O3', () => {
  it('is cried out in short: three texts in ten have under four words', () => {
    const words = simulate(O3, INPUT).posts.map(({ text }) => (text?.split(' ').length ?? 0) - 1);
    const short = words.filter((count) => count < 4).length / words.length;

    expect(short).toBeGreaterThan(0.28);
    // The longer ones have a few short ones of their own.
    expect(short).toBeLessThan(0.4);
  });
});

describe('O6', () => {
  const { posts } = simulate(O6, { ...INPUT, posts: 8000 });
  const reposts = posts.filter(({ repost }) => repost);

  it('is mostly reposts', () => {
    expect(reposts.length / posts.length).toBeGreaterThan(0.65);
    expect(reposts.length / posts.length).toBeLessThan(0.85);
  });

  it('has a few posts that everybody reposts', () => {
    const counts = new Map<string, number>();
    for (const { text } of reposts) counts.set(text ?? '', (counts.get(text ?? '') ?? 0) + 1);
    const sorted = [...counts.values()].toSorted((one, other) => other - one);
    const topTen = sorted.slice(0, 10).reduce((sum, count) => sum + count, 0) / reposts.length;

    // 36 % in the leak that was measured; heavy tails scatter.
    expect(topTen).toBeGreaterThan(0.2);
    expect(topTen).toBeLessThan(0.65);
  });
});

describe('O8', () => {
  it('has fans who post six to eight times, a quarter of it slogans', () => {
    const { posts } = simulate(O8, { ...INPUT, posts: 12_000 });
    const accounts = new Set(posts.map(({ author }) => author)).size;
    const counts = new Map<string, number>();
    for (const { text } of posts) counts.set(text ?? '', (counts.get(text ?? '') ?? 0) + 1);
    const slogans = [...counts.values()].filter((count) => count > 100);

    expect(posts.length / accounts).toBeGreaterThan(6);
    expect(posts.length / accounts).toBeLessThan(9);
    expect(slogans.length).toBe(8);
    expect(slogans.reduce((sum, count) => sum + count, 0) / posts.length).toBeCloseTo(0.25, 1.5);
  });

  it('starts with 13 % within a quarter of an hour', () => {
    const { posts } = simulate(O8, INPUT);
    const first = posts.filter(({ createdAt }) => Date.parse(createdAt) < INPUT.startMs + 900_000);

    expect(first.length / posts.length).toBeGreaterThan(0.11);
    expect(first.length / posts.length).toBeLessThan(0.15);
  });
});

describe('C1', () => {
  const event = simulate(C1, { ...INPUT, posts: 10_000, dose: 0.8 });
  const core = postsOf(event, 'core');

  it('has the dose asked for, and deletes what the bots wrote', () => {
    expect(event.truth.dose).toBeCloseTo(0.8, 2);
    expect(core.every(({ deletedAt }) => deletedAt !== undefined)).toBe(true);
  });

  it('comes back with the same accounts', () => {
    const attacks = Map.groupBy(core, ({ createdAt }) => createdAt.slice(0, 15));
    const posted = new Map<string, number>();
    for (const { author } of core) posted.set(author, (posted.get(author) ?? 0) + 1);

    expect(attacks.size).toBeGreaterThanOrEqual(6);
    // Seven attacks by at most four pools.
    expect(posted.size).toBeLessThan(core.length * 0.75);
  });

  it('writes three to ten words, the keyword last, inside or first', () => {
    const places = core.map(({ text }) => {
      const words = text?.split(' ') ?? [];
      expect(words.length).toBeGreaterThanOrEqual(4);
      expect(words.length).toBeLessThanOrEqual(11);
      const place = words.indexOf('#event');
      return place === words.length - 1 ? 'last' : place === 0 ? 'first' : 'inside';
    });
    const share = (where: string) =>
      places.filter((place) => place === where).length / places.length;

    expect(share('last')).toBeCloseTo(0.39, 1.5);
    expect(share('inside')).toBeCloseTo(0.48, 1.5);
    expect(share('first')).toBeCloseTo(0.13, 1.5);
  });

  it('uses accounts of 760 days in the middle, hardly one of them new', () => {
    const dates = new Map(core.map(({ author, authorCreatedAt }) => [author, authorCreatedAt]));
    const days = [...dates.values()].map(
      (date) => (INPUT.startMs - Date.parse(date ?? '')) / 86_400_000,
    );
    const median = days.toSorted((one, other) => one - other)[days.length >> 1] as number;

    expect(median).toBeGreaterThan(690);
    expect(median).toBeLessThan(830);
    expect(days.filter((age) => age < 30).length / days.length).toBeLessThan(0.004);
  });
});

describe('C2', () => {
  const first = simulate(C2, { ...INPUT, posts: 8000 });
  const core = postsOf(first, 'core');

  it('is a small core among many others', () => {
    const accounts = new Set(first.posts.map(({ author }) => author)).size;

    expect(first.truth.dose).toBeCloseTo(1 / 26, 2);
    // 3.9 % of posts by 1.9 % of accounts in the campaigns that were counted.
    expect(first.core.length / accounts).toBeGreaterThan(0.01);
    expect(first.core.length / accounts).toBeLessThan(0.03);
  });

  it('copies a bank of sixty lines, seven of ten unchanged, and deletes nothing', () => {
    const counts = new Map<string, number>();
    for (const { text } of core) counts.set(text ?? '', (counts.get(text ?? '') ?? 0) + 1);
    const unchanged = [...counts.values()].filter((count) => count > 1);

    expect(unchanged.length).toBeGreaterThan(45);
    expect(unchanged.length).toBeLessThanOrEqual(62);
    expect(unchanged.reduce((sum, count) => sum + count, 0) / core.length).toBeCloseTo(0.7, 1);
    expect(core.every(({ deletedAt }) => deletedAt === undefined)).toBe(true);
  });

  it('has a tenth of its posts before the tag is listed', () => {
    const listedMs = INPUT.startMs + 103 * 60_000;
    const early = first.posts.filter(({ createdAt }) => Date.parse(createdAt) < listedMs);

    expect(early.length / first.posts.length).toBeCloseTo(0.104, 2);
  });

  it('comes back: six of ten were in an earlier push', () => {
    const bigger = simulate(C2, { ...INPUT, hashtag: 'before', posts: 24_000 });
    const again = simulate(C2, { ...INPUT, posts: 12_000, returning: bigger.core });
    const known = new Set(bigger.core.map(({ id }) => id));
    const returned = again.core.filter(({ id }) => known.has(id)).length / again.core.length;

    expect(returned).toBeGreaterThan(0.48);
    expect(returned).toBeLessThan(0.72);
  });
});
