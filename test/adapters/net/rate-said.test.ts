import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateSaid } from '../../../functions/adapters/net/rate-said.ts';
import { retryAt } from '../../../functions/adapters/net/retry-at.ts';
import { RATE_STYLES, rateHeaders } from './rate-headers.ts';

const NOW_MS = Date.parse('2026-11-03T12:00:00Z');
const headers = (fields: Record<string, string>) => new Headers(fields);

describe('what a network says of an allowance', () => {
  it('is read in every spelling, whatever its clock, and never too early', () => {
    const server = fc.record({
      style: fc.constantFrom(...RATE_STYLES),
      skewMs: fc.integer({ min: -86_400_000, max: 86_400_000 }),
      limit: fc.integer({ min: 1, max: 10_000 }),
      used: fc.integer({ min: 0, max: 10_000 }),
      leftMs: fc.integer({ min: 1, max: 900_000 }),
    });
    fc.assert(
      fc.property(server, ({ style, skewMs, limit, used, leftMs }) => {
        const nowMs = NOW_MS + skewMs;
        const remaining = Math.max(0, limit - used);
        const state = { limit, remaining, windowMs: 900_000, resetMs: nowMs + leftMs, nowMs };
        const said = rateSaid(
          headers({ ...rateHeaders(style, state), date: new Date(nowMs).toUTCString() }),
          NOW_MS,
        );

        expect(said?.remaining).toBe(remaining);
        expect(said?.limit).toBe(style === 'seconds' ? undefined : limit);
        expect(said?.windowMs).toBe(style === 'bluesky' ? 900_000 : undefined);
        const lateMs = (said?.endsMs ?? 0) - (NOW_MS + leftMs);
        expect(lateMs).toBeGreaterThanOrEqual(0);
        expect(lateMs).toBeLessThanOrEqual(3_000);
      }),
    );
  });

  it.each([
    ['nothing', {}],
    ['no end', { 'x-ratelimit-remaining': '5' }],
    ['no count', { 'x-ratelimit-reset': '60' }],
    ['no number', { 'x-ratelimit-remaining': 'many', 'x-ratelimit-reset': '60' }],
    ['less than nothing', { 'x-ratelimit-remaining': '-1', 'x-ratelimit-reset': '60' }],
    ['no time', { 'x-ratelimit-remaining': '5', 'x-ratelimit-reset': 'soon' }],
    ['a time in years', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '99999999999999' }],
    ['seconds without end', { 'ratelimit-remaining': '0', 'ratelimit-reset': '999999999' }],
    ['what a cache kept', { age: '3', 'x-ratelimit-remaining': '5', 'x-ratelimit-reset': '60' }],
  ])('is nothing where it says %s', (_, fields) => {
    expect(rateSaid(headers(fields), NOW_MS)).toBeUndefined();
  });
});

describe('numbers that nobody grants', () => {
  it('are written down as no more than can be counted, in windows of a day at most', () => {
    const many = '9'.repeat(400);
    const said = rateSaid(
      headers({
        'ratelimit-limit': many,
        'ratelimit-remaining': many,
        'ratelimit-reset': '0.0005',
        'ratelimit-policy': `${many};w=${many}`,
      }),
      NOW_MS,
    );

    expect(said).toEqual({ limit: 1e9, remaining: 1e9, endsMs: NOW_MS + 1_001 });
  });
});

describe('when to ask a server again that refused', () => {
  const AHEAD = 'Tue, 03 Nov 2026 12:10:00 GMT';
  it.each`
    said                                                               | at
    ${{ 'retry-after': '42' }}                                         | ${42_000}
    ${{ 'retry-after': '42', 'x-rate-limit-reset': '1793707300' }}     | ${42_000}
    ${{ 'retry-after': 'Tue, 03 Nov 2026 12:02:00 GMT' }}              | ${120_000}
    ${{ 'retry-after': 'Tue, 03 Nov 2026 12:12:00 GMT', date: AHEAD }} | ${120_000}
    ${{ 'retry-after': '42', date: AHEAD }}                            | ${42_000}
    ${{ 'x-ratelimit-reset': '2026-11-03T12:14:00Z', date: AHEAD }}    | ${240_000}
    ${{ 'x-rate-limit-reset': '1793708040', date: AHEAD }}             | ${240_000}
    ${{ 'ratelimit-reset': '1793708040', date: AHEAD }}                | ${240_000}
    ${{ 'x-ratelimit-reset': '1793707440000' }}                        | ${240_000}
    ${{ 'x-ratelimit-reset': '240' }}                                  | ${240_000}
    ${{ 'x-ratelimit-reset': '2026-11-03T11:00:00Z' }}                 | ${60_000}
    ${{ 'retry-after': '31536000' }}                                   | ${3_600_000}
    ${{ 'retry-after': 'Tue, 03 Nov 2099 12:00:00 GMT' }}              | ${3_600_000}
    ${{ 'retry-after': '9'.repeat(400) }}                              | ${3_600_000}
    ${{ 'x-ratelimit-reset': '99999999999999' }}                       | ${3_600_000}
    ${{ 'retry-after': '1.2345' }}                                     | ${1_235}
    ${{ 'retry-after': 'never' }}                                      | ${60_000}
    ${{}}                                                              | ${60_000}
  `('$said: in $at ms', ({ said, at }) => {
    expect(retryAt(headers(said), NOW_MS) - NOW_MS).toBe(at);
  });
});
