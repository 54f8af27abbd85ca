import { describe, expect, it } from 'vitest';
import { isMeasured } from '../../functions/model/evidence.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import {
  type CreationContext,
  measureCreationClustering,
} from '../../functions/signals/creation-clustering.ts';
import { countSeeds, DAY_MS, NOON_MS, postsAt, tableAt } from '../support/a-table.ts';
import { usualAuthorsOf } from '../support/usual-authors.ts';

const settings = DETECTION.signals.creation;

/** Accounts made on these days since 1970. */
const measure = (days: readonly number[], context: Partial<CreationContext> = {}) =>
  measureCreationClustering(
    tableAt(
      days.map((_, at) => at * 1000),
      (at) => ({ accountCreatedMs: (days[at] ?? 0) * DAY_MS + at }),
    ),
    { grewInWaves: false, dates: 'exact', usual: undefined, ...context },
    settings,
  );

const NO_WAVES: CreationContext = { grewInWaves: false, dates: 'exact', usual: undefined };

/** 30 accounts made a hundred days apart. */
const spread = Array.from({ length: 30 }, (_, at) => 15_000 + at * 100);

describe('measureCreationClustering', () => {
  it('counts the pairs of a batch', () => {
    // 12 accounts on one day: 66 pairs of that day, in a quarter with no other account: a 90th of 66
    // expected. So many pairs, less what is expected, are those of a batch of 11.94 of 42 accounts.
    const evidence = measure([...spread, ...Array.from({ length: 12 }, () => 17_010)]);

    expect(evidence).toMatchObject({
      effect: expect.closeTo((1 + Math.sqrt(1 + 8 * (66 - 66 / 90))) / 2 / 42, 9),
      accounts: 12,
      detail: { days: 1, pairs: 66, largestBatch: 12, dates: 42 },
    });
  });

  it('takes dates spread over years for chance', () => {
    const alarms = countSeeds(300, (chance) => {
      const days = Array.from({ length: 200 }, () => 14_000 + Math.floor(chance.uniform() * 5000));
      const evidence = measure(days);
      return isMeasured(evidence) && evidence.score >= 4 && evidence.effect >= 0.08;
    });

    expect(alarms).toBeLessThanOrEqual(1);
  });

  it('weighs each account once, however much it posts', () => {
    const table = tableAt(
      Array.from({ length: 80 }, (_, at) => at * 1000),
      (at) => ({ account: `a${at % 40}`, accountCreatedMs: (15_000 + (at % 40) * 97) * DAY_MS }),
    );

    expect(measureCreationClustering(table, NO_WAVES, settings)).toMatchObject({
      score: 0,
      detail: { dates: 40, pairs: 0 },
    });
  });

  it('asks in a network of waves for a day apart, and not for the days of the burst', () => {
    const usual = usualAuthorsOf(
      postsAt(
        Array.from({ length: 200 }, (_, at) => at),
        (at) => ({ accountCreatedMs: (15_000 + at * 25) * DAY_MS }),
      ),
    );
    const today = Math.floor(NOON_MS / DAY_MS);
    const waves = { grewInWaves: true, usual };
    const batchOn = (day: number) => measure([...spread, ...Array(20).fill(day)], waves);

    expect(batchOn(17_010)).toMatchObject({ accounts: 20, detail: { batch: 20, dates: 50 } });
    expect(batchOn(today - 2)).toMatchObject({ accounts: 20 });
    expect(batchOn(today - 1)).toMatchObject({ score: 0, accounts: 0, detail: { dates: 30 } });
    expect(batchOn(today)).toMatchObject({ score: 0, accounts: 0, detail: { dates: 30 } });
  });

  it.each`
    why                     | days                                                  | context                       | reason
    ${'few dates'}          | ${spread.slice(0, 19)}                                | ${{}}                         | ${'19 of 20 account dates known'}
    ${'a young crowd'}      | ${Array.from({ length: 30 }, (_, at) => 20_400 + at)} | ${{}}                         | ${'half the accounts are younger than 180 days: newcomers look like a batch'}
    ${'a network of waves'} | ${spread}                                             | ${{ grewInWaves: true }}      | ${'this network grew in waves that look like batches; its usual authors are not known yet'}
    ${'dates of their own'} | ${[...spread, ...Array(12).fill(17_010)]}             | ${{ dates: 'self-declared' }} | ${'accounts declare their own dates here: 12 of 42 declare the same day'}
  `('says why it cannot tell: $why', ({ days, context, reason }) => {
    expect(measure(days, context)).toEqual({
      signal: 'creation-clustering',
      state: 'unmeasured',
      reason,
    });
  });
});
