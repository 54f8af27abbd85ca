import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type ExponentialTail,
  fitTail,
  forgetTail,
  tailSurprise,
} from '../../functions/stats/exponential-tail.ts';

const FRESH = { limit: 0.5, excessSum: 2.5, excessCount: 5 };
const DECAY = 2 ** (-1 / 4032);

/** By hand: ln 50 at the limit, which one in fifty exceeds; one nat more for each scale of 0.5 above. */
it.each([
  [0, 0],
  [0.25, Math.log(50) / 2],
  [0.5, Math.log(50)],
  [1, Math.log(50) + 1],
  [3, Math.log(50) + 5],
])('finds %d surprising by %d nats', (value, nats) => {
  expect(tailSurprise(value, FRESH)).toBeCloseTo(nats, 12);
});

it('never finds a higher value less surprising', () => {
  const positive = fc.double({ min: 0.5, max: 1e3, noNaN: true });
  fc.assert(
    fc.property(positive, positive, positive, positive, (limit, excessSum, a, b) => {
      const tail = { limit, excessSum, excessCount: 5 };
      expect(tailSurprise(Math.max(a, b), tail)).toBeGreaterThanOrEqual(
        tailSurprise(Math.min(a, b), tail),
      );
    }),
  );
});

/** Exponential values of mean 2, as a fixed low-discrepancy sequence: quantile 0.98 is 2 ln 50, the scale 2. */
it('finds limit and scale of an exponential tail', () => {
  const tail: ExponentialTail = { ...FRESH };
  for (let i = 0; i < 40_000; i++) {
    fitTail(tail, -2 * Math.log(1 - ((i * 0.618033988749895) % 1)), i, DECAY);
  }

  expect(tail.limit).toBeGreaterThan(0.9 * 2 * Math.log(50));
  expect(tail.limit).toBeLessThan(1.1 * 2 * Math.log(50));
  expect(tail.excessSum / tail.excessCount).toBeGreaterThan(1.6);
  expect(tail.excessSum / tail.excessCount).toBeLessThan(2.2);
});

it('lets one wild value count for three scales at most', () => {
  const tail: ExponentialTail = { ...FRESH };
  fitTail(tail, 1e12, 0, DECAY);

  expect(tail.excessSum).toBeCloseTo(2.5 + 3 * 0.5, 3);
  expect(tail.limit).toBeCloseTo(0.5 + (0.5 / 20) * 49, 12);
});

it('keeps the limit at half a unit or more when nothing happens', () => {
  const tail: ExponentialTail = { ...FRESH };
  for (let i = 0; i < 1000; i++) fitTail(tail, 0, i, DECAY);

  expect(tail).toEqual(FRESH);
});

it('returns to its prior when nothing is heard', () => {
  const tail: ExponentialTail = { limit: 7, excessSum: 90, excessCount: 30 };
  forgetTail(tail, 1e-9);

  expect(tail.limit).toBe(7);
  expect(tail.excessSum).toBeCloseTo(2.5, 6);
  expect(tail.excessCount).toBeCloseTo(5, 6);
});
