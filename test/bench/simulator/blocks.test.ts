import { describe, expect, it } from 'vitest';
import { accountCreatedMs } from '../../../bench/simulator/blocks/account-age.ts';
import { cascade } from '../../../bench/simulator/blocks/cascade.ts';
import { localClock } from '../../../bench/simulator/blocks/local-clock.ts';
import { ordinaryDeletion } from '../../../bench/simulator/blocks/ordinary-deletion.ts';
import { ordinaryTexts } from '../../../bench/simulator/blocks/ordinary-text.ts';
import { platformRemoval } from '../../../bench/simulator/blocks/platform-removal.ts';
import { pollView } from '../../../bench/simulator/blocks/poll-view.ts';
import { reactionDelayMs } from '../../../bench/simulator/blocks/reaction-delay.ts';
import { schedulerNoise } from '../../../bench/simulator/blocks/scheduler-noise.ts';
import { week } from '../../../bench/simulator/blocks/week.ts';
import { chanceFrom } from '../../../bench/simulator/chance.ts';
import type { Draft } from '../../../bench/simulator/draft.ts';
import { lexiconOf, SCRIPTS } from '../../../bench/simulator/lexicon.ts';

const MANY = 20_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A Thursday, 00:00 UTC. */
const THURSDAY_MS = Date.UTC(2026, 2, 5);

function draws<T>(seed: number, draw: (chance: ReturnType<typeof chanceFrom>) => T): readonly T[] {
  const chance = chanceFrom(seed);
  return Array.from({ length: MANY }, () => draw(chance));
}

function shareOf<T>(values: readonly T[], holds: (value: T) => boolean): number {
  return values.filter(holds).length / values.length;
}

describe('reactionDelayMs', () => {
  it('brings 19 % within five minutes and half within 41', () => {
    const delays = draws(1, reactionDelayMs);

    expect(shareOf(delays, (ms) => ms < 300_000)).toBeCloseTo(0.19, 1.5);
    expect(shareOf(delays, (ms) => ms < 41 * 60_000)).toBeCloseTo(0.5, 1.5);
  });

  it('keeps its shape below a cut', () => {
    const delays = draws(2, (chance) => reactionDelayMs(chance, DAY_MS));

    expect(Math.max(...delays)).toBeLessThanOrEqual(DAY_MS);
    // 0.19 over the share that the uncut law brings within a day, 1 - 0.81 * 288^-0.2315 = 0.78.
    expect(shareOf(delays, (ms) => ms < 300_000)).toBeCloseTo(0.24, 1.5);
  });
});

describe('cascade', () => {
  it('brings n / (1 - n) reposts of a post, on average', () => {
    const sizes = Array.from(
      { length: 4000 },
      (_, seed) => cascade(chanceFrom(seed), 0, 0.5, 0.5, DAY_MS).length,
    );

    expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeCloseTo(1, 0.9);
  });
});

describe('localClock', () => {
  const hours = Array.from({ length: 48 }, (_, half) => half / 2);
  const clock = hours.map((hour) => localClock(THURSDAY_MS + (hour - 5) * HOUR_MS, 5, 0.08));

  it('is lowest at 05 h and highest at 22 h, local time', () => {
    expect(hours[clock.indexOf(Math.min(...clock))]).toBe(5);
    expect(hours[clock.indexOf(Math.max(...clock))]).toBe(22);
    expect(Math.min(...clock)).toBeCloseTo(0.08, 6);
    expect(Math.max(...clock)).toBeCloseTo(1, 6);
  });
});

describe('week', () => {
  const friday = THURSDAY_MS + DAY_MS;

  it.each`
    case                          | atMs                       | zone    | factor
    ${'a weekday'}                | ${THURSDAY_MS}             | ${'PK'} | ${1}
    ${'Saturday'}                 | ${friday + DAY_MS}         | ${'PK'} | ${0.9}
    ${'Saturday has begun there'} | ${friday + 19.5 * HOUR_MS} | ${'PK'} | ${0.9}
    ${'Friday, 13:30 in Karachi'} | ${friday + 8.5 * HOUR_MS}  | ${'PK'} | ${0.7}
    ${'Friday, 13:30 in Nairobi'} | ${friday + 10.5 * HOUR_MS} | ${'KE'} | ${1}
  `('$case', ({ atMs, zone, factor }) => {
    expect(week(atMs, zone, 0.9)).toBe(factor);
  });
});

describe('ordinaryDeletion', () => {
  it.each`
    withinMs       | share
    ${300_000}     | ${0.01}
    ${HOUR_MS}     | ${0.02}
    ${DAY_MS}      | ${0.04}
    ${90 * DAY_MS} | ${0.11}
  `('$share of posts are gone within $withinMs ms', ({ withinMs, share }) => {
    const ends = draws(3, (chance) => ordinaryDeletion(chance, 0));

    expect(shareOf(ends, (end) => end !== null && end <= withinMs)).toBeCloseTo(share, 2);
  });
});

describe('accountCreatedMs', () => {
  it('gives active accounts the ages that were measured', () => {
    // On the day that the middle of the measured sets had: 2019, platform age 4,700 days.
    const atMs = Date.UTC(2019, 1, 1);
    const days = draws(4, (chance) => (atMs - accountCreatedMs(chance, atMs, 'active')) / DAY_MS);
    const median = days.toSorted((one, other) => one - other)[MANY / 2] as number;

    expect(median).toBeGreaterThan(1700);
    expect(median).toBeLessThan(2570);
    expect(shareOf(days, (age) => age < 90)).toBeLessThan(0.086);
  });
});

describe('ordinaryTexts', () => {
  it.each(SCRIPTS)(
    'writes %s texts of 24 words in the middle, a tenth under 10 or over 40',
    (script) => {
      const lexicon = lexiconOf(chanceFrom('words'), script);
      const next = ordinaryTexts(chanceFrom(5), lexicon);
      const counts = Array.from({ length: 4000 }, () => next().split(' ').length);

      expect(counts.toSorted((one, other) => one - other)[2000]).toBe(24);
      expect(shareOf(counts, (count) => count < 10)).toBeCloseTo(0.1, 1.3);
      expect(shareOf(counts, (count) => count > 40)).toBeCloseTo(0.1, 1.3);
    },
  );

  it('repeats few of them word for word', () => {
    const next = ordinaryTexts(chanceFrom(6), lexiconOf(chanceFrom('words'), 'latin'));
    const texts = Array.from({ length: 4000 }, next);

    const repeats = texts.length - new Set(texts).size;
    expect(repeats).toBeGreaterThan(0);
    expect(repeats / texts.length).toBeLessThan(0.007);
  });
});

describe('platformRemoval', () => {
  const drafts: readonly Draft[] = Array.from({ length: 100 }, (_, at) => ({
    atMs: at,
    account: { id: `a${at % 20}`, createdMs: 0 },
    text: '',
    repost: false,
    role: 'background',
    deletedMs: null,
  }));

  it('takes every post of the removed accounts in one second', () => {
    const after = platformRemoval(chanceFrom(7), drafts, { share: 1, accounts: 5 });
    const gone = after.filter(({ deletedMs }) => deletedMs !== null);
    const accounts = new Set(gone.map(({ account }) => account.id));

    expect(new Set(gone.map(({ deletedMs }) => deletedMs)).size).toBe(1);
    expect(gone.length).toBe(accounts.size * 5);
    expect(accounts.size).toBeGreaterThan(0);
  });

  it('leaves other events alone', () => {
    expect(platformRemoval(chanceFrom(7), drafts, { share: 0, accounts: 5 })).toBe(drafts);
  });
});

describe('schedulerNoise', () => {
  it('moves its share of posts into the first ten seconds of the hour', () => {
    const times = draws(8, (chance) => schedulerNoise(chance, THURSDAY_MS + HOUR_MS / 2, 0.1));
    const moved = times.filter((atMs) => atMs !== THURSDAY_MS + HOUR_MS / 2);

    expect(moved.length / times.length).toBeCloseTo(0.1, 1.5);
    expect(moved.every((atMs) => atMs >= THURSDAY_MS && atMs < THURSDAY_MS + 10_000)).toBe(true);
  });
});

describe('pollView', () => {
  it.each`
    case                                      | createdMs  | deletedMs  | seen     | missedMs
    ${'stands'}                               | ${10_000}  | ${null}    | ${true}  | ${null}
    ${'gone before the poll'}                 | ${10_000}  | ${50_000}  | ${false} | ${null}
    ${'gone at the very poll'}                | ${10_000}  | ${60_000}  | ${false} | ${null}
    ${'missed by the poll after it was seen'} | ${10_000}  | ${70_000}  | ${true}  | ${120_000}
    ${'gone, and not yet missed'}             | ${10_000}  | ${290_000} | ${true}  | ${null}
    ${'made after the last poll'}             | ${250_000} | ${null}    | ${false} | ${null}
  `('$case', ({ createdMs, deletedMs, seen, missedMs }) => {
    const view = pollView([{ createdMs, deletedMs }], 60_000, 240_000);

    expect(view).toEqual(seen ? [{ createdMs, deletedMs: missedMs }] : []);
  });
});
