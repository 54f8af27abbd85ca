import { describe, expect, it } from 'vitest';
import type { Chance } from '../../bench/simulator/chance.ts';
import { isMeasured } from '../../functions/model/evidence.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { measureVolleys } from '../../functions/signals/volleys.ts';
import { countSeeds, evenly, tableAt } from '../support/a-table.ts';

const settings = DETECTION.signals.volleys;
const limits = DETECTION.thresholds.bySignal.volleys ?? {
  score: 0,
  effect: 0,
  accounts: 0,
};
const measure = (times: readonly number[]) => measureVolleys(tableAt(times), settings);

function stands(times: readonly number[]): boolean {
  const evidence = measure(times);
  return (
    isMeasured(evidence) &&
    evidence.score >= limits.score &&
    evidence.effect >= limits.effect &&
    evidence.accounts >= limits.accounts
  );
}

/** Ten accounts in each half second, all within 20 ms of it. */
const fired = (volleys: number) =>
  Array.from({ length: volleys * 10 }, (_, at) => Math.floor(at / 10) * 500 + 240 + (at % 10));

/** Fades with this mean after one moment that everybody saw. */
const cue = (chance: Chance, posts: number, meanMs: number) =>
  Array.from({ length: posts }, () => Math.floor(-meanMs * Math.log(1 - chance.uniform())));

describe('measureVolleys', () => {
  it('works out volleys by hand', () => {
    // Six windows of half a second: the first, the last and the fullest are set aside, three are left.
    // Of 10 posts in one of 25 cells 9 share it; 10 - 25 (1 - .96^10) = 1.6208 would by chance.
    const expected = 3 * (10 - 25 * (1 - 0.96 ** 10));
    const evidence = measure(fired(6));

    expect(evidence).toMatchObject({
      state: 'measured',
      effect: expect.closeTo((27 - expected) / 60, 9),
      accounts: 30,
      detail: { shared: 27, volleys: 3, largest: 10, timed: 60, of: 60 },
    });
    // P(Poisson(4.8624) >= 27) = 3.010e-12, at five tests of timing.
    expect(isMeasured(evidence) && evidence.score).toBeCloseTo(11.5214 - Math.log10(5), 3);
  });

  it('counts an account once: who posts twice in a moment shares it with nobody', () => {
    const times = fired(6);
    const table = tableAt(times, (at) => ({
      account: `account${Math.floor(at / 10)}`,
    }));

    expect(measureVolleys(table, settings)).toMatchObject({
      state: 'unmeasured',
    });
  });

  it('is kept by chance to its score: accounts that act alone, slow and fast', () => {
    const alarms = countSeeds(400, (chance) => {
      const posts = 100 + Math.floor(chance.uniform() * 900);
      const evidence = measure(evenly(chance, posts, posts * (5 + chance.uniform() * 60)));
      return isMeasured(evidence) && evidence.score >= 1;
    });

    expect(alarms).toBeLessThanOrEqual(40);
  });

  it.each([200, 2000, 20_000])('is not moved by %i people on one cue', (posts) => {
    const alarms = countSeeds(6, (chance) =>
      stands(cue(chance, posts, 3000).sort((a, b) => a - b)),
    );

    expect(alarms).toBe(0);
  });

  it('sees volleys within an audience of three times their size', () => {
    const seen = countSeeds(20, (chance) =>
      stands([...fired(40), ...evenly(chance, 1200, 120_000)].sort((a, b) => a - b)),
    );

    expect(seen).toBe(20);
  });

  it('is not moved by a network that was held up and lets go at once', () => {
    const held = countSeeds(20, (chance) =>
      stands([
        ...evenly(chance, 40, 60_000),
        ...Array.from({ length: 20 }, (_, at) => 60_010 + (at % 8)),
        ...evenly(chance, 40, 60_000).map((time) => 61_000 + time),
      ]),
    );

    expect(held).toBe(0);
  });

  it('says so where stamps are rounded', () => {
    const seconds = Array.from({ length: 200 }, (_, at) => Math.floor(at / 10) * 1000);

    expect(measure(seconds)).toEqual({
      signal: 'volleys',
      state: 'unmeasured',
      reason: '0 of 20 accounts with posts timed finer than 100 ms',
    });
  });

  it('says so where a sample stream picked posts by their millisecond', () => {
    const picked = Array.from(
      { length: 300 },
      (_, at) => Math.floor(at / 6) * 1000 + 657 + (at % 10),
    );

    expect(measure(picked)).toEqual({
      signal: 'volleys',
      state: 'unmeasured',
      reason:
        'nearly all posts fall into one tenth of the second: the source seems to pick them so',
    });
  });
});
