import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeDetector,
  encodeDetector,
} from '../../functions/adapters/dynamodb/detector-codec.ts';
import type { DetectorState } from '../../functions/model/baseline.ts';
import { InputError } from '../../functions/model/errors.ts';
import { BURST } from '../../functions/settings/burst.ts';
import {
  correctLast,
  FRESH_DETECTOR,
  measureBurst,
  observe,
  observeAll,
  skipMissed,
} from '../../functions/signals/burst.ts';

const MINUTE_MS = 60_000;
const POLL_MS = 5 * MINUTE_MS;
const MONDAY_MS = Date.UTC(2026, 0, 5);

/** One poll after the other, from a Monday midnight on. */
function bucketsOf(counts: readonly number[], firstMs = MONDAY_MS) {
  return counts.map((posts, index) => ({ startMs: firstMs + index * POLL_MS, posts }));
}

/** A calm hashtag: 20 posts a poll, give or take, without chance. */
const calm = (polls: number) => Array.from({ length: polls }, (_, i) => 20 + ((i * 7) % 11) - 5);

function learned(counts: readonly number[]): DetectorState {
  return observeAll(FRESH_DETECTOR, bucketsOf(counts), BURST).state;
}

const run = (value: fc.Arbitrary<number | null>, length: { min: number; max: number }) =>
  fc.tuple(value, fc.integer(length)).map(([one, times]) => Array(times).fill(one));

/** Stretches of usual counts, bursts, silence, missed polls (null) and absurd values. */
const counts: fc.Arbitrary<(number | null)[]> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.array(fc.nat({ max: 9 }), { minLength: 40, maxLength: 120 }) },
      { weight: 3, arbitrary: run(fc.integer({ min: 30, max: 4000 }), { min: 1, max: 6 }) },
      { weight: 2, arbitrary: run(fc.nat({ max: 2 }), { min: 20, max: 100 }) },
      { weight: 1, arbitrary: run(fc.constant(null), { min: 1, max: 9 }) },
      { weight: 1, arbitrary: run(fc.constantFrom(1e300, 0.25), { min: 1, max: 1 }) },
    ),
    { maxLength: 8, size: 'max' },
  )
  .map((runs) => runs.flat());

/** Without the cold-start rule, so that short series raise alarms too. */
const EAGER = { ...BURST, youngPolls: 0 };

const bucketsWithGaps = (values: readonly (number | null)[]) =>
  values.map((posts, index) =>
    posts === null ? null : { startMs: MONDAY_MS + index * POLL_MS, posts },
  );

function numbersOf(state: DetectorState): readonly number[] {
  const numbers: number[] = [];
  JSON.stringify(state, (_, value) => {
    if (typeof value === 'number') numbers.push(value);
    return value;
  });
  return numbers;
}

describe('laws', () => {
  it('are put to series that do raise alarms and end bursts', () => {
    const seen = fc.sample(counts, { numRuns: 100, seed: 7 }).flatMap((values) => {
      const { observations } = observeAll(FRESH_DETECTOR, bucketsWithGaps(values), EAGER);
      return observations.flatMap((one) => (one === null ? [] : [one]));
    });

    for (const flag of ['notice', 'alert', 'ended'] as const) {
      expect(seen.filter((one) => one[flag]).length).toBeGreaterThan(10);
    }
  });

  it('gives the same flags and state, to the bit, whether or not it slept in the store', () => {
    fc.assert(
      fc.property(counts, counts, (before, after) => {
        const buckets = bucketsWithGaps([...before, ...after]);
        const awake = observeAll(FRESH_DETECTOR, buckets, EAGER);

        const first = observeAll(FRESH_DETECTOR, buckets.slice(0, before.length), EAGER);
        const slept = decodeDetector(encodeDetector(first.state));
        const second = observeAll(slept, buckets.slice(before.length), EAGER);

        expect(second.state).toStrictEqual(awake.state);
        expect([...first.observations, ...second.observations]).toStrictEqual(awake.observations);
      }),
    );
  });

  it('sleeps as JSON too', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const { state } = observeAll(FRESH_DETECTOR, bucketsWithGaps(values), EAGER);
        expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
      }),
    );
  });

  it('flags a prefix as it flags the whole', () => {
    fc.assert(
      fc.property(counts, fc.nat({ max: 400 }), (values, length) => {
        const buckets = bucketsWithGaps(values);
        const whole = observeAll(FRESH_DETECTOR, buckets, EAGER).observations;
        const prefix = observeAll(FRESH_DETECTOR, buckets.slice(0, length), EAGER).observations;
        expect(prefix).toStrictEqual(whole.slice(0, length));
      }),
    );
  });

  it('sees the same through observe and skipMissed as through observeAll, and changes no argument', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const buckets = bucketsWithGaps(values);
        let state = FRESH_DETECTOR;
        const observations = buckets.map((bucket) => {
          const before = structuredClone(state);
          const after = state;
          if (bucket === null) state = skipMissed(state, 1, EAGER);
          const seen = bucket === null ? null : observe(state, bucket, EAGER);
          expect(after).toStrictEqual(before);
          state = seen?.state ?? state;
          return seen?.observation ?? null;
        });
        expect({ state, observations }).toStrictEqual(observeAll(FRESH_DETECTOR, buckets, EAGER));
      }),
      { numRuns: 30 },
    );
  });

  it('stays a state of finite numbers whatever counts and clocks do', () => {
    const wildCount = fc.oneof(fc.nat(), fc.constantFrom(0, 1e300, Number.MAX_VALUE, 5e-324));
    const wildTime = fc.oneof(
      fc.integer({ min: -(2 ** 53), max: 2 ** 53 }),
      fc.constantFrom(-1e300, 1e300),
    );
    const bucket = fc.record({
      startMs: wildTime,
      posts: wildCount,
      intervals: fc.constantFrom(1, 1, 2, 500),
      gap: fc.constantFrom(0, 0, 3, 10_000, Number.MAX_SAFE_INTEGER),
      late: fc.constantFrom(0, 0, 4, 1e300),
    });
    fc.assert(
      fc.property(fc.array(bucket, { maxLength: 60 }), (buckets) => {
        let state = FRESH_DETECTOR;
        for (const { gap, late, ...one } of buckets) {
          const seen = observe(skipMissed(state, gap, EAGER), one, EAGER);
          state = correctLast(seen.state, late);
          expect(
            Object.values(seen.observation).every(
              (v) => v === true || v === false || Number.isFinite(v),
            ),
          ).toBe(true);
        }
        expect(numbersOf(state).every(Number.isFinite)).toBe(true);
        expect(decodeDetector(encodeDetector(state))).toStrictEqual(state);
      }),
    );
  });

  it('expects the usual again after one absurd count', () => {
    const before = learned(calm(2000));
    const { state } = observe(before, { startMs: MONDAY_MS, posts: 1e300 }, BURST);
    const { observation } = observe(state, { startMs: MONDAY_MS + POLL_MS, posts: 20 }, BURST);

    expect(observation.expected).toBeGreaterThan(19);
    expect(observation.expected).toBeLessThan(22);
  });
});

describe('observe', () => {
  it('raises nothing on a calm hashtag, by day and by night', () => {
    const day = Array.from({ length: 288 }, (_, i) =>
      Math.round(20 + 15 * Math.sin((2 * Math.PI * i) / 288)),
    );
    const { observations } = observeAll(
      FRESH_DETECTOR,
      bucketsOf(Array(20).fill(day).flat()),
      BURST,
    );

    expect(observations.filter((one) => one?.notice || one?.alert)).toEqual([]);
    expect(observations.at(-1)?.inBurst).toBe(false);
  });

  it('learns the time of day', () => {
    const day = Array.from({ length: 288 }, (_, i) => (i < 144 ? 4 : 40));
    const state = learned(Array(40).fill(day).flat());
    const at = (hour: number) =>
      observe(state, { startMs: MONDAY_MS + hour * 60 * MINUTE_MS, posts: 4 }, BURST).observation;

    expect(at(6).expected).toBeLessThan(12);
    expect(at(18).expected).toBeGreaterThan(30);
  });

  it('opens one burst, of both severities, on a tenfold half hour, and ends it after six quiet hours', () => {
    const series = [...calm(3000), 200, 210, 190, 220, 200, 200, ...calm(100)];
    const { observations } = observeAll(FRESH_DETECTOR, bucketsOf(series), BURST);
    const at = (flag: 'notice' | 'alert' | 'ended') =>
      observations.flatMap((one, index) => (one?.[flag] ? [index - 3000] : []));

    expect(at('notice')[0]).toBeLessThanOrEqual(2);
    expect(at('alert')[0]).toBeLessThanOrEqual(3);
    const [ended, ...again] = at('ended');
    expect(again).toEqual([]);
    expect(ended).toBeGreaterThanOrEqual(6 + BURST.quietPolls - 1);
    expect(observations[3000 + Number(ended) - 1]?.inBurst).toBe(true);
    expect(observations[3000 + Number(ended)]?.inBurst).toBe(false);
  });

  it('does not learn the height of a burst', () => {
    const quiet = learned(calm(3000));
    const after = learned([...calm(3000), ...Array(12).fill(2000)]);
    const expectedOf = (state: DetectorState) =>
      observe(state, { startMs: MONDAY_MS, posts: 0 }, BURST).observation.expected;

    expect(expectedOf(after)).toBeLessThan(1.5 * expectedOf(quiet));
  });

  it('scores before it learns: the same bucket is expected alike whatever it holds', () => {
    const state = learned(calm(1000));
    const seen = [0, 20, 2000].map(
      (posts) => observe(state, { startMs: MONDAY_MS, posts }, BURST).observation.expected,
    );

    expect(new Set(seen).size).toBe(1);
  });

  it('asks for twice the evidence while the baseline is young', () => {
    const few = Array.from({ length: 100 }, (_, i) => i % 4);
    const series = bucketsOf([...few, 12, 14]);
    const raised = (youngPolls: number) =>
      observeAll(FRESH_DETECTOR, series, { ...BURST, youngPolls }).observations.some(
        (one) => one?.notice,
      );

    expect(raised(0)).toBe(true);
    expect(raised(288)).toBe(false);
    const young = observeAll(FRESH_DETECTOR, bucketsOf(calm(289)), BURST).observations;
    expect(young.map((one) => one?.young)).toEqual([...Array(288).fill(true), false]);
  });

  it('takes a merged poll for as many polls of its mean, tested once', () => {
    const state = learned(calm(1000));
    const merged = observe(state, { startMs: MONDAY_MS, posts: 60, intervals: 3 }, BURST);

    expect(merged.observation.posts).toBe(20);
    expect(merged.state.polls).toBe(1003);
    const apart = observeAll(state, Array(3).fill({ startMs: MONDAY_MS, posts: 20 }), BURST).state;
    expect(merged.state.posts).toBeCloseTo(apart.posts, 1);
    expect(merged.state.levelPolls).toBe(apart.levelPolls);
    expect(merged.state.short).toMatchObject({
      posts: apart.short.posts,
      polls: apart.short.polls,
    });
  });

  it.each([
    [{ startMs: 0, posts: -1 }, 'posts must be 0 or more, got -1'],
    [{ startMs: 0, posts: Number.NaN }, 'posts must be 0 or more, got NaN'],
    [{ startMs: Number.NaN, posts: 1 }, 'bucket start must be a time, got NaN'],
    [
      { startMs: 0, posts: 1, intervals: 0 },
      'intervals must be a whole number of 1 or more, got 0',
    ],
  ])('refuses %j', (bucket, message) => {
    expect(() => observe(FRESH_DETECTOR, bucket, BURST)).toThrow(new InputError(message));
  });
});

describe('skipMissed', () => {
  it('is the same for one long gap as for as many short ones', () => {
    const state = learned(calm(1000));
    const long = skipMissed(state, 60, BURST);
    let short = state;
    for (let i = 0; i < 60; i++) short = skipMissed(short, 1, BURST);

    const [a, b] = [numbersOf(long), numbersOf(short)];
    expect(a.length).toBe(b.length);
    // Tails are kept in single precision.
    for (const [index, value] of a.entries()) {
      const other = b[index] ?? Number.NaN;
      expect(Math.abs(value - other)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(value)));
    }
  });

  it('neither ends a burst nor makes a zero of what was missed', () => {
    const inBurst = learned([...calm(3000), 200, 200, 200, 200]);
    const later = skipMissed(inBurst, 10 * BURST.quietPolls, BURST);

    expect(inBurst.notice.inBurst).toBe(true);
    expect(later.notice).toEqual(inBurst.notice);
    const seen = observe(later, { startMs: MONDAY_MS, posts: 20 }, BURST).observation;
    expect(seen.expected).toBeGreaterThan(15);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a gap of %d intervals', (gap) => {
    expect(() => skipMissed(FRESH_DETECTOR, gap, BURST)).toThrow(InputError);
  });

  it('begins anew after a gap so long that nothing is left of the past', () => {
    const years = skipMissed(learned(calm(3000)), 3 * 365 * 288, BURST);
    const { observation } = observe(years, { startMs: MONDAY_MS, posts: 5000 }, BURST);

    expect(observation).toMatchObject({ young: true, notice: false, alert: false, expected: 5000 });
  });
});

describe('correctLast', () => {
  it('leaves the state as if the late posts had been in time, in all sums that are linear', () => {
    const state = learned(calm(1000));
    const bucket = { startMs: MONDAY_MS, posts: 14 };
    const inTime = observe(state, { ...bucket, posts: 20 }, BURST).state;
    const late = correctLast(observe(state, bucket, BURST).state, 6);

    const sums = ['posts', 'exposure', 'levelPolls', 'recentPosts', 'recentExpected'] as const;
    for (const sum of sums) expect(late[sum]).toBeCloseTo(inTime[sum], 9);
    for (const key of ['short', 'middle', 'long'] as const) {
      expect(late[key].posts).toBeCloseTo(inTime[key].posts, 9);
    }
    expect(late.room).toBeCloseTo(inTime.room, 9);
  });

  it('clips late posts where it would have clipped them in time', () => {
    const state = learned(calm(1000));
    const inTime = observe(state, { startMs: MONDAY_MS, posts: 5020 }, BURST).state;
    const late = correctLast(observe(state, { startMs: MONDAY_MS, posts: 20 }, BURST).state, 5000);

    expect(late.posts).toBeCloseTo(inTime.posts, 6);
    expect(late.room).toBe(0);
  });

  it('raises nothing, ends nothing, and has nothing to correct after a gap', () => {
    const state = learned(calm(1000));
    const corrected = correctLast(state, 1e6);

    expect(corrected.notice).toEqual(state.notice);
    expect(corrected.evidence).toBe(state.evidence);
    const gap = skipMissed(state, 1, BURST);
    expect(correctLast(gap, 100)).toBe(gap);
    expect(correctLast(FRESH_DETECTOR, 100)).toBe(FRESH_DETECTOR);
  });
});

describe('measureBurst', () => {
  it('has the score in powers of ten and the ratio to expectation as effect', () => {
    const state = learned(calm(1000));
    const { observation } = observe(state, { startMs: MONDAY_MS, posts: 200 }, BURST);
    const evidence = measureBurst(observation);

    expect(evidence).toMatchObject({
      signal: 'burst',
      state: 'measured',
      score: observation.score / Math.LN10,
      effect: 200 / observation.expected,
    });
  });

  it('says so while the baseline is young', () => {
    const { observation } = observe(FRESH_DETECTOR, { startMs: MONDAY_MS, posts: 200 }, BURST);

    expect(measureBurst(observation)).toEqual({
      signal: 'burst',
      state: 'unmeasured',
      reason: 'baseline is young: 0 of 288 counts learned',
    });
  });

  it('says how much it has learned of what it needs', () => {
    const { observation } = observe(
      learned(calm(168)),
      { startMs: MONDAY_MS + 168 * POLL_MS, posts: 200 },
      BURST,
    );
    expect(measureBurst(observation)).toMatchObject({
      reason: 'baseline is young: 168 of 288 counts learned',
    });
  });
});
