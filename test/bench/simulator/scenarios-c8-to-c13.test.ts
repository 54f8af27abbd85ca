import { describe, expect, it } from 'vitest';
import { C8 } from '../../../bench/simulator/scenarios/c8.ts';
import { C9 } from '../../../bench/simulator/scenarios/c9.ts';
import { C10 } from '../../../bench/simulator/scenarios/c10.ts';
import { C11 } from '../../../bench/simulator/scenarios/c11.ts';
import { C12 } from '../../../bench/simulator/scenarios/c12.ts';
import { C13 } from '../../../bench/simulator/scenarios/c13.ts';
import { type Simulated, simulate } from '../../../bench/simulator/simulate.ts';

const INPUT = { seed: 5, hashtag: 'event', startMs: Date.UTC(2026, 2, 4, 14), posts: 6000 };
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

function coreOf({ posts, truth }: Simulated) {
  const ids = new Set(truth.posts.filter(({ role }) => role === 'core').map(({ id }) => id));
  return posts.filter(({ id }) => ids.has(id));
}

function offsetsMs(posts: Simulated['posts']): readonly number[] {
  return posts.map(({ createdAt }) => Date.parse(createdAt) - INPUT.startMs);
}

function countsOf(values: readonly (string | null)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value ?? '', (counts.get(value ?? '') ?? 0) + 1);
  return counts;
}

function share<Item>(items: readonly Item[], is: (item: Item) => boolean): number {
  return items.filter(is).length / items.length;
}

/** Share of the accounts of a second event that were in the first, which was as large. */
function returned(first: Simulated, second: Simulated): number {
  const known = new Set(first.core.map(({ id }) => id));
  return share(second.core, ({ id }) => known.has(id));
}

describe.each([C8, C9, C10, C11, C12, C13].map((scenario) => [scenario.id, scenario] as const))(
  '%s',
  (_, scenario) => {
    it.each([0.02, 0.05, 0.1, 0.3, 1])('has a dose of %s if asked for it', (dose) => {
      const event = simulate(scenario as typeof C8, { ...INPUT, dose });

      // Heavy tails of reposts and listings let the totals scatter.
      expect(event.truth.dose).toBeGreaterThan(dose * 0.6);
      expect(event.truth.dose).toBeLessThanOrEqual(Math.min(1, dose * 1.6));
    });

    it('deletes nothing of what the core wrote, or no more than others', () => {
      const core = coreOf(simulate(scenario as typeof C8, { ...INPUT, dose: 0.3 }));

      expect(share(core, ({ deletedAt }) => deletedAt !== undefined)).toBeLessThan(0.2);
    });
  },
);

describe('C8', () => {
  const event = simulate(C8, { ...INPUT, dose: 0.5 });
  const core = coreOf(event);

  it('made 43 % of its accounts in one month', () => {
    const months = event.core.map(({ createdMs }) => (INPUT.startMs - createdMs) / DAY_MS);

    expect(share(months, (days) => days >= 400 && days <= 430)).toBeGreaterThan(0.36);
    expect(share(months, (days) => days >= 400 && days <= 430)).toBeLessThan(0.52);
  });

  it('posts copies in eight of ten, the same lines in the same order', () => {
    const counts = countsOf(core.map(({ text }) => text));
    const lines = [...counts].filter(([, count]) => count > 20).map(([text]) => text);
    const copied = core.filter(({ text }) => lines.includes(text ?? ''));
    const byAuthor = [...Map.groupBy(copied, ({ author }) => author).values()];
    const orders = byAuthor.map((posts) => posts.map(({ text }) => lines.indexOf(text ?? '')));
    // Of two lines an account sent, the network sent the same one first.
    const before = new Set(orders.flatMap((order) => pairsOf(order)));
    const against = orders
      .flatMap((order) => pairsOf(order))
      .filter((pair) => {
        const [first, second] = pair.split(' ');
        return first !== second && before.has(`${second} ${first}`);
      });

    expect(copied.length / core.length).toBeCloseTo(0.8, 1);
    // 4 waves of 3 lines.
    expect(lines.length).toBe(12);
    expect(against).toEqual([]);
  });

  it('comes in waves: half of the core within a third of the twelve hours', () => {
    const hours = Array.from({ length: 72 }, () => 0);
    for (const offset of offsetsMs(core)) {
      const at = Math.min(71, Math.floor(offset / (10 * MINUTE_MS)));
      hours[at] = (hours[at] ?? 0) + 1;
    }
    const busiest = hours.toSorted((one, other) => other - one).slice(0, 24);

    expect(busiest.reduce((sum, count) => sum + count, 0) / core.length).toBeGreaterThan(0.9);
  });

  it('sends six of ten of its accounts again', () => {
    const again = simulate(C8, { ...INPUT, hashtag: 'next', dose: 0.5, returning: event.core });

    expect(returned(event, again)).toBeGreaterThan(0.45);
    expect(returned(event, again)).toBeLessThan(0.75);
  });
});

function pairsOf(order: readonly number[]): readonly string[] {
  return order.slice(1).map((line, at) => `${order[at]} ${line}`);
}

describe('C9', () => {
  const event = simulate(C9, { ...INPUT, dose: 0.6 });
  const core = coreOf(event);

  it('is flat for an hour that holds 22 % of its posts, and fades in the day', () => {
    const offsets = offsetsMs(core);
    const within = (from: number, to: number) =>
      share(offsets, (offset) => offset >= from * MINUTE_MS && offset < to * MINUTE_MS);

    expect(within(0, 60)).toBeCloseTo(0.22, 1.5);
    expect(within(0, 30)).toBeCloseTo(within(30, 60), 1.5);
    // A decay with a mean of four hours takes 22 % of the rest in its first.
    expect(within(60, 120)).toBeCloseTo(0.78 * 0.22, 1.5);
    expect(within(60, 120)).toBeGreaterThan(within(360, 420) * 2);
    expect(within(0, 24 * 60)).toBeGreaterThan(0.99);
  });

  it('has many accounts of the last month, made on five days', () => {
    const young = event.core.filter(({ createdMs }) => createdMs > INPUT.startMs - 32 * DAY_MS);
    const days = countsOf(young.map(({ createdMs }) => `${Math.round(createdMs / DAY_MS)}`));

    expect(young.length / event.core.length).toBeCloseTo(0.4, 0.8);
    expect([...days.values()].filter((count) => count > 5).length).toBeLessThanOrEqual(10);
  });

  it('copies half of its posts, and uses half of its accounts again', () => {
    const counts = countsOf(core.map(({ text }) => text));
    const again = simulate(C9, { ...INPUT, hashtag: 'next', dose: 0.6, returning: event.core });

    // Of the half, three in ten are varied.
    expect(share(core, ({ text }) => (counts.get(text ?? '') ?? 0) > 2)).toBeCloseTo(0.35, 1);
    expect(returned(event, again)).toBeGreaterThan(0.38);
    expect(returned(event, again)).toBeLessThan(0.62);
  });
});

describe('C10', () => {
  const event = simulate(C10, INPUT);
  const core = coreOf(event);

  it('cries the name out within minutes of the reveal', () => {
    const sorted = offsetsMs(core).toSorted((one, other) => one - other);

    // Median of Gamma(1.2, 60 s).
    expect((sorted[sorted.length >> 1] as number) / 1000).toBeGreaterThan(45);
    expect((sorted[sorted.length >> 1] as number) / 1000).toBeLessThan(63);
    expect(share(sorted, (offset) => offset < 5 * MINUTE_MS)).toBeGreaterThan(0.98);
  });

  it('names one ticker in every post, a slogan in half, by accounts that mostly post once', () => {
    const tickers = new Set(core.map(({ text }) => text?.split(' ')[0]));
    const counts = countsOf(core.map(({ text }) => text));

    expect(tickers.size).toBe(1);
    expect([...tickers][0]).toMatch(/^\$[A-Z]+$/);
    expect(share(core, ({ text }) => (counts.get(text ?? '') ?? 0) > 50)).toBeCloseTo(0.5, 1);
    expect(core.length / event.core.length).toBeLessThan(1.6);
  });
});

describe('C11', () => {
  it.each`
    host | repeated
    ${1} | ${'O3'}
    ${2} | ${'O6'}
    ${3} | ${'O7'}
  `('rides inside $repeated', ({ host }) => {
    const event = simulate(C11, INPUT, { host });
    const other = simulate(C11, INPUT, { host: (host % 3) + 1 });

    expect(event.truth.dose).toBeGreaterThan(0.03);
    expect(event.truth.dose).toBeLessThan(0.08);
    expect(JSON.stringify(event.posts)).not.toBe(JSON.stringify(other.posts));
  });

  it('brings the accounts of a mill, or hired ones who write twice as much', () => {
    const each = (rider: number) => {
      const event = simulate(C11, { ...INPUT, posts: 20_000, dose: 0.1 }, { rider });
      return coreOf(event).length / event.core.length;
    };

    // 3.1 and 6.3 posts an account.
    expect(each(1)).toBeGreaterThan(2.3);
    expect(each(1)).toBeLessThan(4);
    expect(each(2)).toBeGreaterThan(4.5);
  });
});

describe('C12', () => {
  const event = simulate(C12, { ...INPUT, dose: 0.3 });
  const core = coreOf(event);

  it('posts once an account, each old', () => {
    expect(core.length).toBe(event.core.length);
    expect(event.core.every(({ createdMs }) => createdMs < INPUT.startMs - 365 * DAY_MS)).toBe(
      true,
    );
  });

  it('follows the curve of the others', () => {
    const others = event.posts.filter((post) => !core.includes(post));
    const quartile = (posts: Simulated['posts'], at: number) =>
      offsetsMs(posts)[Math.floor(posts.length * at)] as number;

    for (const at of [0.25, 0.5, 0.75]) {
      expect(quartile(core, at) / quartile(others, at)).toBeGreaterThan(0.75);
      expect(quartile(core, at) / quartile(others, at)).toBeLessThan(1.33);
    }
  });

  it('rewrites its message so far that two texts share less than 0.3 of their word pairs', () => {
    const pairs = core.slice(0, 60).map(({ text }) => {
      const words = text?.split(' ') ?? [];
      return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`));
    });
    const alike = pairs.flatMap((one, at) =>
      pairs.slice(at + 1).map((other) => jaccard(one, other)),
    );

    expect(alike.reduce((sum, value) => sum + value, 0) / alike.length).toBeCloseTo(0.15, 1.5);
    expect(share(alike, (value) => value < 0.3)).toBeGreaterThan(0.95);
  });
});

function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((pair) => other.has(pair)).length;
  return both / (one.size + other.size - both);
}

describe('C13', () => {
  const event = simulate(C13, { ...INPUT, posts: 1030 });
  const core = coreOf(event);

  it('drips ten posts an hour for three days, by sixty accounts', () => {
    const hours = countsOf(offsetsMs(core).map((offset) => `${Math.floor(offset / HOUR_MS)}`));

    expect(event.core.length).toBe(60);
    expect(hours.size).toBe(72);
    expect(Math.max(...hours.values())).toBeLessThanOrEqual(17);
    expect(Math.min(...hours.values())).toBeGreaterThanOrEqual(5);
  });

  it('takes its texts from a bank of twenty', () => {
    const counts = countsOf(core.map(({ text }) => text));
    const unchanged = [...counts.values()].filter((count) => count > 5);

    expect(unchanged.length).toBe(20);
    expect(unchanged.reduce((sum, count) => sum + count, 0) / core.length).toBeCloseTo(0.7, 1);
  });

  it('comes back with eight of ten accounts', () => {
    const next = { ...INPUT, posts: 6000, hashtag: 'next' };
    const first = simulate(C13, { ...next, hashtag: 'first' });

    expect(returned(first, simulate(C13, { ...next, returning: first.core }))).toBeCloseTo(
      0.8,
      0.9,
    );
  });
});
