import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterFailure, isOpen } from '../../../functions/adapters/net/back-off.ts';
import type { Breaker } from '../../../functions/ports/ledger.ts';

function afterFailures(chances: readonly number[]): Breaker | undefined {
  let breaker: Breaker | undefined;
  for (const chance of chances)
    breaker = afterFailure(breaker, (breaker?.untilMs ?? 0) + 1, chance);
  return breaker;
}

const chance = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

describe('back-off', () => {
  it('doubles the longest wait with each failure, up to ten minutes', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((failures) => {
      const before = { failures: failures - 1, sinceMs: 0, untilMs: 0 };
      return afterFailure(failures === 1 ? undefined : before, 0, 1).untilMs / 1000;
    });

    expect(waits).toEqual([4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600]);
  });

  it('spreads over the whole wait, and leaves an open breaker half a minute at least', () => {
    fc.assert(
      fc.property(fc.array(chance, { minLength: 1, maxLength: 30 }), chance, (before, last) => {
        const known = afterFailures(before);
        const nowMs = (known?.untilMs ?? 0) + 7;
        const next = afterFailure(known, nowMs, last);
        const waitMs = next.untilMs - nowMs;

        expect(next.failures).toBe(before.length + 1);
        expect(next.sinceMs).toBe(known?.sinceMs);
        expect(isOpen(next)).toBe(next.failures >= 5);
        expect(waitMs).toBeGreaterThanOrEqual(isOpen(next) ? 30_000 : 0);
        expect(waitMs).toBeLessThanOrEqual(600_000);
      }),
    );
  });

  it('waits no less than the server asks for', () => {
    expect(afterFailure(undefined, 0, 0.5, 3_600_000).untilMs).toBe(3_600_000);
    expect(afterFailure(undefined, 0, 0.5, 1).untilMs).toBe(2_000);
  });
});
