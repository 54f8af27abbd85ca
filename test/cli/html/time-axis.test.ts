import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  instant,
  shortStretch,
  spanWords,
  stretchWords,
  timeTicks,
} from '../../../cli/html/time-axis.ts';

const MORNING_MS = Date.UTC(2026, 0, 5, 9, 3, 7);

describe('timeTicks', () => {
  it.each`
    seconds       | texts
    ${4}          | ${['09:03:07', '09:03:08', '09:03:09', '09:03:10', '09:03:11']}
    ${300}        | ${['09:04', '09:05', '09:06', '09:07', '09:08']}
    ${86_400}     | ${['12:00', '18:00', '00:00', '06:00']}
    ${86_400 * 4} | ${['01-06', '01-07', '01-08', '01-09']}
  `('round times within $seconds seconds', ({ seconds, texts }) => {
    const ticks = timeTicks(MORNING_MS, MORNING_MS + seconds * 1000);

    expect(ticks.map(({ text }) => text)).toEqual(texts);
  });

  it('never more than six, and within the axis', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (spanMs) => {
        const ticks = timeTicks(MORNING_MS, MORNING_MS + spanMs);
        expect(ticks.length).toBeLessThanOrEqual(6);
        for (const { at } of ticks) expect(at >= 0 && at <= 1).toBe(true);
      }),
    );
  });
});

it('says times and spans as people do', () => {
  expect(instant(MORNING_MS)).toBe('5 Jan 2026, 09:03:07');
  expect(stretchWords(MORNING_MS, MORNING_MS + 53_000)).toBe('5 Jan 2026, 09:03:07 – 09:04 UTC');
  expect(stretchWords(MORNING_MS, MORNING_MS + 86_400_000)).toBe(
    '5 Jan 2026, 09:03:07 – 6 Jan 2026, 09:03:07 UTC',
  );
  expect(shortStretch(MORNING_MS, MORNING_MS + 3_600_000)).toBe('5 Jan 2026, 09:03 – 10:03');
  expect([1000, 90_000, 450_000, 86_400_000, 7 * 86_400_000].map(spanWords)).toEqual([
    '1 second',
    '90 seconds',
    '7.5 minutes',
    '24 hours',
    '7 days',
  ]);
});
