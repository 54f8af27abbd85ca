import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Evidence,
  measured,
  SIGNALS,
  type SignalName,
  unmeasured,
} from '../../functions/model/evidence.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import type { Facts } from '../../functions/verdict/facts.ts';
import { weigh } from '../../functions/verdict/weigh.ts';

const { thresholds } = DETECTION;

/** Around its limits, where it counts; or unmeasured, for now or for good. */
function anyEvidence(signal: SignalName): fc.Arbitrary<Evidence> {
  const limit = thresholds.bySignal[signal] ?? { score: 4, effect: 1, accounts: 5 };
  const times = fc.constantFrom(0, 0.9, 1, 3);
  return fc.oneof(
    fc
      .tuple(times, times, times)
      .map(([score, effect, accounts]) =>
        measured(signal, limit.score * score, limit.effect * effect, limit.accounts * accounts),
      ),
    fc.constant(unmeasured(signal, 'not known')),
    fc.constant(unmeasured(signal, 'not yet known', 'what it asks')),
  );
}

const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    posts: fc.constantFrom(49, 50, 400),
    accounts: fc.constantFrom(5, 6, 90),
    deletionTimesKnown: fc.boolean(),
    ageMs: fc.constantFrom(undefined, 0, 299_999, 300_000),
  })
  .map(({ ageMs, ...rest }) => ({
    ...rest,
    startMs: 1,
    endMs: 2,
    ...(ageMs !== undefined && { ageMs }),
  }));

/** Nothing of it stands. */
function quietEvidence(signal: SignalName): fc.Arbitrary<Evidence> {
  return fc.constantFrom<Evidence>(
    measured(signal, 0, 0, 0),
    unmeasured(signal, 'not known'),
    unmeasured(signal, 'not yet known', 'what it asks'),
  );
}

describe('a verdict rests on what it cites', () => {
  it.each([
    ['where anything may stand', anyEvidence, ['coordinated', 'suspicious', 'undecided']],
    ['where nothing stands', quietEvidence, ['organic', 'undecided']],
  ] as const)(
    'and leaving out anything else never changes its level %s',
    (_, evidenceOf, levels) => {
      const seen = new Set<string>();
      fc.assert(
        fc.property(
          fc.tuple(...SIGNALS.map(evidenceOf)),
          anyFacts,
          fc.subarray([...SIGNALS]),
          (evidence, facts, left) => {
            const whole = weigh(evidence, facts, thresholds);
            const without = evidence.map((one) =>
              left.includes(one.signal) && !whole.citing.includes(one.signal)
                ? unmeasured(one.signal, 'left out on request')
                : one,
            );
            seen.add(whole.level);

            expect(weigh(without, facts, thresholds).level).toBe(whole.level);
          },
        ),
        { numRuns: 2000 },
      );
      expect([...seen]).toEqual(expect.arrayContaining([...levels]));
    },
  );

  it.each`
    case                      | evidence                                                                 | citing
    ${'what stands'}          | ${[measured('groups', 9, 1, 50), measured('origin', 9, 1, 50)]}          | ${['groups']}
    ${'what would have seen'} | ${[measured('near-duplicate', 0, 0, 0), measured('synchrony', 0, 0, 0)]} | ${['near-duplicate']}
    ${'nothing, unseen'}      | ${[measured('synchrony', 0, 0, 0)]}                                      | ${[]}
  `('cites $case', ({ evidence, citing }) => {
    const facts = { posts: 90, accounts: 80, startMs: 1, endMs: 2, deletionTimesKnown: true };
    expect(weigh(evidence, facts, thresholds).citing).toEqual(citing);
  });
});
