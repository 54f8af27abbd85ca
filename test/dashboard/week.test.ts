import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDay, mondayOf, WEEK_MS, weekOfAddress } from '../../dashboard/week.ts';

describe('the week of a moment', () => {
  it.each([
    ['2026-01-05', '2026-01-05'],
    ['2026-01-11', '2026-01-05'],
    ['2026-01-12', '2026-01-12'],
    ['1969-12-31', '1969-12-29'],
  ])('%s lies in that of %s', (day, monday) => {
    expect(isoDay(mondayOf(Date.parse(day)))).toBe(monday);
  });

  it('begins on a Monday at midnight, at most a week before', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date('0001-01-01') }), (moment) => {
        const monday = mondayOf(moment.getTime());
        expect(new Date(monday).toUTCString()).toMatch(/^Mon, .* 00:00:00 GMT$/);
        expect(moment.getTime() - monday).toBeGreaterThanOrEqual(0);
        expect(moment.getTime() - monday).toBeLessThan(WEEK_MS);
      }),
      { examples: [[new Date(0)], [new Date(-1)]] },
    );
  });

  it.each([undefined, '', 'today', '2026-13-01', '2026-1-1'])('is unknown of %s', (day) => {
    expect(weekOfAddress(day)).toBeUndefined();
  });
});
