import { describe, expect, it } from 'vitest';
import { type Parameters, valuesOf } from '../../../bench/simulator/parameter.ts';
import type { Scenario, ScenarioInput } from '../../../bench/simulator/scenario.ts';
import { O2 } from '../../../bench/simulator/scenarios/o2.ts';
import { cueOf, O4 } from '../../../bench/simulator/scenarios/o4.ts';
import { O5 } from '../../../bench/simulator/scenarios/o5.ts';
import { decisionOf, O7 } from '../../../bench/simulator/scenarios/o7.ts';
import { O9 } from '../../../bench/simulator/scenarios/o9.ts';
import { O10 } from '../../../bench/simulator/scenarios/o10.ts';
import { O11 } from '../../../bench/simulator/scenarios/o11.ts';
import { type Simulated, simulate } from '../../../bench/simulator/simulate.ts';
import { markText } from '../../../functions/signals/text-mark.ts';

const START_MS = Date.UTC(2026, 2, 4, 14);
const INPUT: ScenarioInput = { seed: 3, hashtag: 'event', startMs: START_MS, posts: 4000 };
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Different words from which on a text is compared with others. */
const COMPARED_WORDS = 5;

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] as number;
}

/** The middle over some seeds of a figure of an event. */
function usual<P extends Parameters>(
  scenario: Scenario<P>,
  figure: (event: Simulated) => number,
  input: Partial<ScenarioInput> = {},
  seeds = 9,
): number {
  const events = Array.from({ length: seeds }, (_, at) =>
    simulate(scenario, { ...INPUT, ...input, seed: at + 1 }),
  );
  return median(events.map(figure));
}

function timesOf({ posts }: Simulated): readonly number[] {
  return posts.map(({ createdAt }) => Date.parse(createdAt));
}

function shareOf<T>(values: readonly T[], holds: (value: T) => boolean): number {
  return values.filter(holds).length / values.length;
}

function postsAnAccount({ posts, accounts }: Simulated): number {
  return posts.length / accounts.length;
}

function busiestMinute(event: Simulated): number {
  const times = timesOf(event);
  let most = 0;
  let from = 0;
  times.forEach((atMs, at) => {
    while (atMs - (times[from] as number) >= MINUTE_MS) from += 1;
    most = Math.max(most, at - from + 1);
  });
  return most / times.length;
}

/** Share of posts that carry the commonest text. */
function commonest({ posts }: Simulated): number {
  const counts = [...Map.groupBy(posts, ({ text }) => text).values()].map(({ length }) => length);
  return Math.max(...counts) / posts.length;
}

function compared({ posts }: Simulated): number {
  return shareOf(posts, ({ text }) => markText(text ?? '', 1).words >= COMPARED_WORDS);
}

describe('O2', () => {
  it.each`
    posts     | seeds
    ${200}    | ${9}
    ${2000}   | ${9}
    ${20_000} | ${3}
  `('holds 0.3 to 2.3 % of $posts posts in its busiest minute', ({ posts, seeds }) => {
    const share = usual(O2, busiestMinute, { posts }, seeds);

    expect(share).toBeGreaterThan(0.003);
    expect(share).toBeLessThan(0.023);
  });

  it('lasts four days of about eight hours', () => {
    const event = simulate(O2, INPUT);
    const days = Map.groupBy(timesOf(event), (atMs) => Math.floor((atMs - START_MS) / DAY_MS));

    expect([...days.keys()]).toEqual([0, 1, 2, 3]);
    for (const times of days.values()) {
      const spanHours = ((times.at(-1) as number) - (times[0] as number)) / HOUR_MS;
      expect(spanHours).toBeGreaterThan(6);
      expect(spanHours).toBeLessThan(10);
    }
  });

  it('has people who post about four times each', () => {
    const each = usual(O2, postsAnAccount);

    expect(each).toBeGreaterThan(3.6);
    expect(each).toBeLessThan(5.2);
  });

  it('meets 15 % of its people again at the next event', () => {
    const earlier = simulate(O2, { ...INPUT, hashtag: 'before', posts: 8000 });
    const before = new Set(earlier.accounts.map(({ id }) => id));
    const next = simulate(O2, { ...INPUT, returning: earlier.accounts });

    expect(shareOf(next.accounts, ({ id }) => before.has(id))).toBeCloseTo(0.15, 1.3);
    expect(earlier.core).toEqual([]);
  });
});

describe('O4', () => {
  it('is one word in half of its posts', () => {
    const share = usual(O4, commonest);

    expect(share).toBeGreaterThan(0.47);
    expect(share).toBeLessThan(0.6);
  });

  it('is too short to be compared, nearly always', () => {
    expect(usual(O4, compared)).toBeLessThan(0.2);
  });

  it('knows the cue beforehand: people gather, and most come at it', () => {
    const event = simulate(O4, INPUT);
    const cueMs = cueOf(INPUT, valuesOf(O4.parameters));
    const before = shareOf(timesOf(event), (atMs) => atMs < cueMs - 30_000);

    expect(before).toBeGreaterThan(0.02);
    expect(before).toBeLessThan(0.04);
    expect(shareOf(timesOf(event), (atMs) => Math.abs(atMs - cueMs) < 3000)).toBeGreaterThan(0.45);
  });

  it('fades with a mean of a minute', () => {
    const fromMs = cueOf(INPUT, valuesOf(O4.parameters)) + 10_000;
    const late = timesOf(simulate(O4, INPUT)).filter((atMs) => atMs >= fromMs);
    const mean = late.reduce((sum, atMs) => sum + atMs - fromMs, 0) / late.length;

    expect(mean).toBeGreaterThan(55_000);
    expect(mean).toBeLessThan(65_000);
  });
});

describe('O5', () => {
  it('comes without warning and is half over in four minutes', () => {
    const sinceMs = timesOf(simulate(O5, INPUT)).map((atMs) => atMs - START_MS);

    expect(Math.min(...sinceMs)).toBeGreaterThanOrEqual(0);
    expect(shareOf(sinceMs, (ms) => ms < 4 * MINUTE_MS)).toBeCloseTo(0.57, 1.3);
  });

  it('is cried out in short: most texts are never compared', () => {
    expect(usual(O5, compared)).toBeLessThan(0.4);
  });

  it('is felt in one region, where those who say it live', () => {
    const { posts } = simulate(O5, INPUT);
    const places = posts.map(({ authorPlace }) => authorPlace).filter((place) => place !== null);
    const counts = [...Map.groupBy(places, (place) => place).values()].map(({ length }) => length);

    expect(places.length / posts.length).toBeCloseTo(0.6, 1.3);
    // Of the others one in eight names it by chance.
    expect(Math.max(...counts) / places.length).toBeCloseTo(0.91, 1.3);
  });

  it('stays short while it shakes', () => {
    const { posts } = simulate(O5, INPUT);
    const shaken = posts.filter(({ createdAt }) => Date.parse(createdAt) < START_MS + MINUTE_MS);

    expect(compared({ ...simulate(O5, INPUT), posts: shaken })).toBeLessThan(0.15);
  });
});

describe('O7', () => {
  const event = simulate(O7, { ...INPUT, posts: 60_000 });
  const decisionMs = decisionOf(INPUT, valuesOf(O7.parameters));
  const aMinute = (fromMs: number, minutes: number) =>
    timesOf(event).filter((atMs) => atMs >= fromMs && atMs < fromMs + minutes * MINUTE_MS).length /
    minutes;
  const base = aMinute(START_MS + 10 * MINUTE_MS, 220);

  it('steps up with each result to 5 and to 6.5 times the base', () => {
    expect(aMinute(decisionMs - 85 * MINUTE_MS, 20) / base).toBeCloseTo(5, 0);
    expect(aMinute(decisionMs - 25 * MINUTE_MS, 20) / base).toBeGreaterThan(5.8);
    expect(aMinute(decisionMs - 25 * MINUTE_MS, 20) / base).toBeLessThan(7.2);
  });

  it('reaches 25 times the base about seven minutes after the decision, and fades', () => {
    const peak = aMinute(decisionMs + 7 * MINUTE_MS, 2) / base;

    expect(peak).toBeGreaterThan(21);
    expect(peak).toBeLessThan(27);
    expect(aMinute(decisionMs + 28 * MINUTE_MS, 4) / base / peak).toBeCloseTo(0.4, 1);
  });

  it('copies 5 % of its texts, nearly', () => {
    const linked = shareOf(event.posts, ({ text }) => text?.includes('https://') ?? false);

    expect(linked).toBeCloseTo(0.05 * 0.8, 2);
  });
});

describe('O9', () => {
  const event = simulate(O9, { ...INPUT, posts: 4050 });

  it('is 450 members who post for two hours and no longer', () => {
    expect(event.accounts.length).toBeGreaterThan(380);
    expect(event.accounts.length).toBeLessThan(520);
    expect(timesOf(event).every((atMs) => atMs <= START_MS + 2 * HOUR_MS)).toBe(true);
    expect(shareOf(timesOf(event), (atMs) => atMs < START_MS + HOUR_MS)).toBeGreaterThan(0.6);
  });

  it('hands out 25 lines, and nobody sends one twice before the guide is through', () => {
    const counts = Map.groupBy(event.posts, ({ text }) => text);
    const lines = [...counts].filter(([, { length }]) => length > 20);
    const twice = [...Map.groupBy(event.posts, ({ author }) => author).values()]
      .filter(({ length }) => length <= 25)
      .filter((posts) => new Set(posts.map(({ text }) => text)).size < posts.length);

    expect(lines.length).toBe(25);
    expect(twice).toEqual([]);
  });

  it('asks nobody for more than thirty posts an hour', () => {
    const zealots = simulate(O9, { ...INPUT, posts: 20_000 }, { postsAnAccount: 20, unequal: 0.7 });
    const counts = [...Map.groupBy(zealots.posts, ({ author }) => author).values()];

    expect(Math.max(...counts.map(({ length }) => length))).toBe(60);
  });

  it('meets three of ten members again in the next storm', () => {
    const again = simulate(O9, { ...INPUT, hashtag: 'next', returning: event.core });
    const before = new Set(event.core.map(({ id }) => id));

    expect(shareOf(again.core, ({ id }) => before.has(id))).toBeCloseTo(0.3, 1);
  });

  it('is carried on by others in their own words if the dose says so', () => {
    const half = simulate(O9, { ...INPUT, dose: 0.5 });

    expect(half.truth.dose).toBeCloseTo(0.5, 2);
    expect(half.core.length).toBeLessThan(half.accounts.length / 2);
  });
});

describe('O10', () => {
  it('is one text in nine of ten posts, with or without its link', () => {
    const share = usual(O10, ({ posts, ...event }) =>
      commonest({
        ...event,
        posts: posts.map((post) => ({
          ...post,
          text: (post.text ?? '').replace(/ https:\S+/, ''),
        })),
      }),
    );

    expect(share).toBeCloseTo(0.9, 1.7);
  });

  it('is signed once by nearly everybody, hardly one of whom signed before', () => {
    const earlier = simulate(O10, { ...INPUT, hashtag: 'before', posts: 8000 });
    const before = new Set(earlier.accounts.map(({ id }) => id));
    const next = simulate(O10, { ...INPUT, returning: earlier.accounts });

    expect(postsAnAccount(next)).toBeCloseTo(1.05, 1.7);
    expect(shareOf(next.accounts, ({ id }) => before.has(id))).toBeCloseTo(0.05, 1.7);
  });

  it('begins with a mail', () => {
    const first = usual(O10, (event) =>
      shareOf(timesOf(event), (atMs) => atMs < START_MS + 40 * MINUTE_MS),
    );

    // Half of the answers to one of three mails, 0.6 / 3 / 2, and a few by the clock.
    expect(first).toBeGreaterThan(0.09);
    expect(first).toBeLessThan(0.16);
  });
});

describe('O11', () => {
  const event = simulate(O11, INPUT);
  const wire = event.posts.filter(({ text }) => text?.includes('https://outlet'));
  const outlets = Map.groupBy(wire, ({ author }) => author);

  it('is a headline in six of ten posts, one to three times from each outlet', () => {
    const counts = [...outlets.values()].map(({ length }) => length);

    expect(wire.length / event.posts.length).toBeCloseTo(0.6, 2);
    expect(new Set(counts)).toEqual(new Set([1, 2, 3]));
  });

  it('is out within half an hour of the wire', () => {
    const firsts = [...outlets.values()].map(([first]) => Date.parse(first?.createdAt ?? ''));

    expect(Math.max(...firsts)).toBeLessThanOrEqual(START_MS + 30 * MINUTE_MS);
    expect(shareOf(firsts, (atMs) => atMs < START_MS + 9 * MINUTE_MS)).toBeCloseTo(0.51, 1);
  });

  it('links each outlet to its own page, under nearly the same words', () => {
    const hosts = wire.map(({ text }) => /https:\/\/[^/]+/.exec(text ?? '')?.[0]);
    const words = wire.map(({ text }) => text?.replace(/ https:.*/, ''));
    const counts = [...Map.groupBy(words, (one) => one).values()].map(({ length }) => length);

    expect(new Set(hosts).size).toBe(outlets.size);
    expect(Math.max(...counts) / wire.length).toBeCloseTo(0.6, 1);
  });

  it('is posted by newsrooms under their own names', () => {
    const names = wire.map(({ authorName }) => authorName ?? '');

    expect(names.every((name) => / (News|Times|TV|Post)$/.test(name))).toBe(true);
    expect(simulate(O11, INPUT).posts.some(({ authorName }) => authorName === undefined)).toBe(
      true,
    );
  });

  it('is spread by accounts that have been there for long', () => {
    const years = [...outlets.values()].map(
      ([first]) => (START_MS - Date.parse(first?.authorCreatedAt ?? '')) / (365 * DAY_MS),
    );

    expect(median(years)).toBeGreaterThan(11);
    expect(shareOf(years, (age) => age < 1)).toBeLessThan(0.01);
  });
});
