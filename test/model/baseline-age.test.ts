import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineAge, isSameAge } from '../../functions/model/baseline-age.ts';
import { burstSettings } from '../../functions/settings/burst.ts';
import { FRESH_DETECTOR, observeAll, skipMissed } from '../../functions/signals/burst.ts';
import { aBaseline } from '../support/a-baseline.ts';

const NOON = Date.UTC(2026, 0, 6, 12);

function after(polls: number, minutes: number) {
  const buckets = Array.from({ length: polls }, (_, index) => ({
    startMs: NOON + index * minutes * 60_000,
    posts: 3,
  }));
  const { state } = observeAll(FRESH_DETECTOR, buckets, burstSettings(minutes));
  return aBaseline({ detector: state, learnedUntilMs: NOON + polls * minutes * 60_000 });
}

it('stays the same from poll to poll until the baseline is ready', () => {
  const polls = fc.integer({ min: 1, max: 286 });
  fc.assert(
    fc.property(polls, fc.constantFrom(1, 5, 15, 60), (count, minutes) => {
      const age = baselineAge(after(count, minutes), minutes, 288);
      expect(age).toEqual({ state: 'young', readyMs: NOON + 288 * minutes * 60_000 });
      expect(isSameAge(age, baselineAge(after(count + 1, minutes), minutes, 288))).toBe(true);
    }),
    { numRuns: 30 },
  );
  expect(baselineAge(after(288, 5), 5, 288)).toEqual({ state: 'ready' });
});

it('is as much later as buckets were missed', () => {
  const { detector, ...rest } = after(100, 5);
  const missed = { ...rest, detector: skipMissed(detector, 12, burstSettings(5)) };
  const age = baselineAge({ ...missed, learnedUntilMs: rest.learnedUntilMs + 3_600_000 }, 5, 288);
  expect(age).toEqual({ state: 'young', readyMs: NOON + 300 * 300_000 });
});

it.each([
  [{ state: 'ready' }, { state: 'ready' }, true],
  [undefined, { state: 'ready' }, false],
  [{ state: 'young', readyMs: 1 }, { state: 'young', readyMs: 2 }, false],
  [{ state: 'taught', fromMs: 1 }, { state: 'ready' }, false],
] as const)('%j and %j are the same: %s', (one, other, same) => {
  expect(isSameAge(one, other)).toBe(same);
});
