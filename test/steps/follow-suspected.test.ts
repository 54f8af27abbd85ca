import { describe, expect, it } from 'vitest';
import { POLLING } from '../../functions/settings/polling.ts';
import { countIn, suspect, takeOver } from '../../functions/steps/follow-suspected.ts';
import { aBurst } from '../support/a-burst.ts';

const NOON = Date.UTC(2026, 0, 6, 12);
const SLOT_MS = 300_000;
const slot = (number: number) => NOON + number * SLOT_MS;
const fresh = aBurst({ counted: { fromMs: NOON, untilMs: NOON, posts: 0 } });

describe('a bucket', () => {
  it('is counted into its burst once, though a poll that repeats another learns it again', () => {
    const one = countIn(fresh, { startMs: NOON, posts: 40 }, SLOT_MS);
    const again = countIn(one, { startMs: NOON, posts: 40 }, SLOT_MS);
    const two = countIn(again, { startMs: slot(1), posts: 9 }, SLOT_MS);

    expect(again).toBe(one);
    expect(two.counted).toEqual({ fromMs: NOON, untilMs: slot(2), posts: 49 });
  });

  it('after the end is not of the burst', () => {
    const ended = { ...fresh, endMs: slot(1) };
    expect(countIn(ended, { startMs: slot(1), posts: 9 }, SLOT_MS)).toBe(ended);
  });

  it('tells that a bucket in between was not counted', () => {
    const fresh = aBurst({ startMs: NOON, counted: { fromMs: NOON, untilMs: NOON, posts: 0 } });
    const one = countIn(fresh, { startMs: NOON, posts: 40 }, SLOT_MS);
    const after = countIn(one, { startMs: slot(2), posts: 9 }, SLOT_MS);
    const later = countIn(after, { startMs: slot(3), posts: 9 }, SLOT_MS);

    expect(one.counted).not.toHaveProperty('missed');
    expect([after.counted.missed, later.counted.missed]).toEqual([true, true]);
  });

  it('is where counting begins, if none before was counted', () => {
    expect(countIn(fresh, { startMs: slot(3), posts: 9 }, SLOT_MS).counted).toEqual({
      fromMs: slot(3),
      untilMs: slot(4),
      posts: 9,
    });
  });

  it('on the way to a burst goes on with what is suspected, for half an hour', () => {
    const first = suspect(undefined, { startMs: NOON, posts: 20 }, POLLING);
    const sixth = suspect(first, { startMs: slot(5), posts: 22 }, POLLING);
    const anew = suspect(sixth, { startMs: slot(6), posts: 24 }, POLLING);

    expect([first, sixth, anew].map(({ keptFromMs, posts }) => [keptFromMs, posts])).toEqual([
      [NOON, 20],
      [NOON, 42],
      [slot(6), 24],
    ]);
  });

  it('that opens a burst hands over what was suspected, and nothing where nothing was', () => {
    const opened = aBurst({ startMs: slot(2) });
    const suspected = suspect(undefined, { startMs: NOON, posts: 20 }, POLLING);
    const kept = { ...suspected, postsUntilMs: slot(2) - 1, lookedMs: slot(1) };

    expect(takeOver(opened, undefined)).toBe(opened);
    expect(takeOver(opened, kept)).toMatchObject({
      startMs: slot(2),
      keptFromMs: NOON,
      postsUntilMs: slot(2) - 1,
      lookedMs: slot(1),
      counted: { fromMs: NOON, untilMs: slot(2), posts: 20 },
    });
  });
});
