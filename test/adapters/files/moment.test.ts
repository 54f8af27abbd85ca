import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentOf } from '../../../functions/adapters/files/moment.ts';

const MS = Date.UTC(2018, 9, 10, 20, 19, 24);

describe('momentOf', () => {
  it.each([
    ['2018-10-10T20:19:24Z', MS, true],
    ['2018-10-10T20:19:24.123Z', MS + 123, true],
    ['2018-10-10T20:19:24.123456Z', MS + 123, true],
    ['2018-10-10T22:19:24+02:00', MS, true],
    ['2018-10-10T15:49:24-0430', MS, true],
    ['2018-10-10 20:19:24', MS, false],
    ['2018-10-10 20:19:24.5', MS + 500, false],
    ['2018-10-10 20:19:24 UTC', MS, true],
    ['2018-10-10 20:19:24+00:00', MS, true],
    ['2018-10-10 20:19', MS - 24_000, false],
    ['Wed Oct 10 20:19:24 +0000 2018', MS, true],
    ['Wed Oct 10 22:19:24 +0200 2018', MS, true],
    ['Wed, 10 Oct 2018 20:19:24 +0000', MS, true],
    ['10 Oct 2018 20:19:24', MS, false],
    ['1539202764', MS, true],
    ['1539202764.5', MS + 500, true],
    ['1539202764123', MS + 123, true],
    [1_539_202_764, MS, true],
    [1_539_202_764_123, MS + 123, true],
    [1_539_202_764_123_456n, MS + 123, true],
    [1_539_202_764_123_456_789n, MS + 123, true],
    [new Date(MS), MS, true],
  ])('reads %s', (value, ms, zoned) => {
    expect(momentOf(value)).toEqual({ ms, zoned, dayOnly: false });
  });

  it('knows a day from a moment', () => {
    expect(momentOf('2018-10-10')).toEqual({
      ms: Date.UTC(2018, 9, 10),
      zoned: true,
      dayOnly: true,
    });
  });

  it.each([
    'noon',
    '',
    '10/11/2018 20:19:24',
    '2018-02-31 10:00:00',
    '2018-13-01 10:00:00',
    '2018-10-10 24:00:00',
    '2018-10-10 20:61:00',
    'Wed Foo 10 20:19:24 +0000 2018',
    '12345',
    12,
    Number.NaN,
    null,
    {},
    new Date(Number.NaN),
  ])('reads nothing from %s', (value) => {
    expect(momentOf(value)).toBeNull();
  });

  it('reads back every moment that is written as ISO', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          expect(momentOf(date.toISOString())?.ms).toBe(date.getTime());
        },
      ),
    );
  });
});
