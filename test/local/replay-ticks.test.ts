import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextTickMs } from '../../local/replay-ticks.ts';

const MINUTE_MS = 60_000;
const SLOT_MS = 5 * MINUTE_MS;

function ticksOf(
  events: readonly number[],
  burstingFromMs: number,
  burstingToMs: number,
): number[] {
  const sorted = [...events].sort((a, b) => a - b);
  const nextEventMs = (fromMs: number) => sorted.find((ms) => ms >= fromMs);
  const ticks: number[] = [];
  let nowMs = 0;
  let slotMs = 0;
  for (;;) {
    const isBursting = nowMs >= burstingFromMs && nowMs < burstingToMs;
    const next = nextTickMs({ nowMs, slotMs, isBursting, nextEventMs });
    if (next === undefined) return ticks;
    ticks.push(next);
    nowMs = next;
    if (next % SLOT_MS === 0) slotMs = next;
  }
}

const events = fc.array(fc.integer({ min: 0, max: 3 * 86_400_000 }), {
  minLength: 1,
  maxLength: 60,
});
const times = fc.integer({ min: 0, max: 3 * 86_400_000 });

describe('nextTickMs', () => {
  it('fires at the slot after every event, so that a quiet watch sees it as soon as it would by the minute', () => {
    fc.assert(
      fc.property(events, times, times, (list, from, to) => {
        const ticks = new Set(ticksOf(list, from, to));
        for (const ms of list) expect(ticks).toContain((Math.floor(ms / SLOT_MS) + 1) * SLOT_MS);
      }),
    );
  });

  it('fires in the minute after every event of a burst', () => {
    fc.assert(
      fc.property(events, (list) => {
        const ticks = new Set(ticksOf(list, 0, Number.POSITIVE_INFINITY));
        for (const ms of list)
          expect(ticks).toContain((Math.floor(ms / MINUTE_MS) + 1) * MINUTE_MS);
      }),
    );
  });

  it('moves forward only, on full minutes, and never further than half a day and a slot', () => {
    fc.assert(
      fc.property(events, times, times, (list, from, to) => {
        const ticks = [0, ...ticksOf(list, from, to)];
        ticks.slice(1).forEach((tick, index) => {
          const leapMs = tick - (ticks[index] ?? 0);
          expect(tick % MINUTE_MS).toBe(0);
          expect(leapMs).toBeGreaterThan(0);
          expect(leapMs).toBeLessThanOrEqual(12 * 3_600_000 + SLOT_MS);
        });
      }),
    );
  });

  it('ends when nothing is left', () => {
    expect(ticksOf([90_000], 0, 0)).toEqual([SLOT_MS]);
  });
});
