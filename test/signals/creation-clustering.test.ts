import { describe, expect, it } from 'vitest';
import { isMeasured } from '../../functions/model/evidence.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { measureCreationClustering } from '../../functions/signals/creation-clustering.ts';
import { countSeeds, DAY_MS, tableAt } from '../support/a-table.ts';

const settings = DETECTION.signals.creation;

/** Accounts made on these days since 1970. */
const measure = (days: readonly number[], grewInWaves = false) =>
  measureCreationClustering(
    tableAt(
      days.map((_, at) => at * 1000),
      (at) => ({ accountCreatedMs: (days[at] ?? 0) * DAY_MS + at }),
    ),
    grewInWaves,
    settings,
  );

/** 30 accounts made a hundred days apart. */
const spread = Array.from({ length: 30 }, (_, at) => 15_000 + at * 100);

describe('measureCreationClustering', () => {
  it('counts the pairs of a batch', () => {
    // 12 accounts on one day: 66 pairs of that day, in a quarter with no other account: a 90th of 66 expected.
    const evidence = measure([...spread, ...Array.from({ length: 12 }, () => 17_010)]);

    expect(evidence).toMatchObject({
      effect: expect.closeTo(90, 6),
      accounts: 12,
      detail: { days: 1, pairs: 66, largestBatch: 12, dates: 42 },
    });
  });

  it('takes dates spread over years for chance', () => {
    const alarms = countSeeds(300, (chance) => {
      const days = Array.from({ length: 200 }, () => 14_000 + Math.floor(chance.uniform() * 5000));
      const evidence = measure(days);
      return isMeasured(evidence) && evidence.score >= 4 && evidence.effect >= 2;
    });

    expect(alarms).toBeLessThanOrEqual(1);
  });

  it('weighs each account once, however much it posts', () => {
    const table = tableAt(
      Array.from({ length: 80 }, (_, at) => at * 1000),
      (at) => ({ account: `a${at % 40}`, accountCreatedMs: (15_000 + (at % 40) * 97) * DAY_MS }),
    );

    expect(measureCreationClustering(table, false, settings)).toMatchObject({
      score: 0,
      detail: { dates: 40, pairs: 0 },
    });
  });

  it.each`
    why                     | days                                                  | waves    | reason
    ${'few dates'}          | ${spread.slice(0, 19)}                                | ${false} | ${'19 of 20 account dates known'}
    ${'a young crowd'}      | ${Array.from({ length: 30 }, (_, at) => 20_400 + at)} | ${false} | ${'half the accounts are younger than 180 days: newcomers look like a batch'}
    ${'a network of waves'} | ${spread}                                             | ${true}  | ${'this network grew in waves that look like batches; its usual authors are not known yet'}
  `('says why it cannot tell: $why', ({ days, waves, reason }) => {
    expect(measure(days, waves)).toEqual({
      signal: 'creation-clustering',
      state: 'unmeasured',
      reason,
    });
  });
});
