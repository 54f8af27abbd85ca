import { describe, expect, it } from 'vitest';
import { DETECTION } from '../../functions/settings/detection.ts';
import { measureDeletion } from '../../functions/signals/deletion.ts';
import { NOON_MS, tableAt } from '../support/a-table.ts';

const settings = DETECTION.signals.deletion;
const SECOND = 1000;
const LATER_MS = NOON_MS + 3600 * SECOND;

describe('measureDeletion', () => {
  it('counts what was gone within five minutes, not what went later', () => {
    const table = tableAt(
      Array.from({ length: 10 }, (_, at) => at * SECOND),
      (at) => ({
        account: `a${at % 2}`,
        deletedMs: at < 4 ? NOON_MS + (at + 300) * SECOND : at < 6 ? NOON_MS + 400 * SECOND : null,
      }),
    );

    // P(Bin(10, .03) >= 4) = 1.4717e-4.
    expect(measureDeletion(table, true, LATER_MS, settings)).toMatchObject({
      score: expect.closeTo(-Math.log10(1.4717e-4), 3),
      effect: 0.4,
      accounts: 2,
      detail: { posts: 10, gone: 4, withinSeconds: 300 },
    });
  });

  it('does not take unwatched posts for posts that stand', () => {
    expect(measureDeletion(tableAt([1, 2]), false, LATER_MS, settings)).toEqual({
      signal: 'deletion',
      state: 'unmeasured',
      reason: 'vanished posts were not looked for',
    });
  });

  it('says nothing of posts that had no time to vanish and be missed', () => {
    const table = tableAt([0, 30 * SECOND, 59 * SECOND, 59 * SECOND]);

    expect(measureDeletion(table, true, NOON_MS + 90 * SECOND, settings)).toEqual({
      signal: 'deletion',
      state: 'unmeasured',
      reason: '2 of 4 posts are 60 seconds old, more than half required',
      later: 'whether posts vanish',
    });
    expect(measureDeletion(table, true, NOON_MS + 119 * SECOND, settings).state).toBe('measured');
    expect(measureDeletion(tableAt([]), true, LATER_MS, settings).state).toBe('unmeasured');
  });
});
