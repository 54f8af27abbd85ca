import { describe, expect, it } from 'vitest';
import { DETECTION } from '../../functions/settings/detection.ts';
import { measureCopierReturn } from '../../functions/signals/copier-return.ts';
import type { LookBack } from '../../functions/signals/look-back.ts';
import { eligibleOriginals, textGroups } from '../../functions/signals/text-groups.ts';
import { markText } from '../../functions/signals/text-mark.ts';
import { binomialSurprise } from '../../functions/stats/binomial-surprise.ts';
import { tableAt } from '../support/a-table.ts';

const { textGroups: grouping, copierReturn: settings } = DETECTION.signals;

/** Accounts 0 to 19 post one line, 20 to 119 their own words. */
const tableWith = (link = '') =>
  tableAt(
    Array.from({ length: 120 }, (_, at) => at * 1000),
    (at) => ({
      text: markText(
        at < 20
          ? `we all want the bridge built this year ${link}`
          : `my words ${at} are ${at * 7} mine`,
        1,
      ),
    }),
  );
const pastIn = (accounts: number, cameBack: (account: number) => boolean): LookBack => ({
  comparable: Array.from({ length: accounts }, (_, number) => number),
  subjectsOf: (account) => new Set(cameBack(account) ? [1] : []),
  subjects: 3,
  bursts: 3,
  setAside: 0,
});
const measure = (past: Parameters<typeof measureCopierReturn>[2], table = tableWith()) => {
  const originals = eligibleOriginals(table, grouping.minWords);
  return measureCopierReturn(table, textGroups(table, originals, grouping), past, settings);
};

describe('measureCopierReturn', () => {
  it('sets those who copy against the others of the same burst', () => {
    // 15 of 20 who copy came back, and 10 of 100 others.
    const past = pastIn(120, (account) => account < 15 || (account >= 20 && account < 30));

    expect(measure(past)).toMatchObject({
      score: expect.closeTo(binomialSurprise(15, 20, 11 / 101), 12),
      effect: expect.closeTo(0.75 - 0.1, 12),
      accounts: 15,
      detail: { copiers: 20, copiersBack: 15, others: 100, othersBack: 10 },
    });
  });

  it('finds nothing where regulars copy as anybody does', () => {
    const past = pastIn(120, (account) => account % 2 === 0);

    expect(measure(past)).toMatchObject({ effect: 0 });
  });

  it('does not take those who share a headline with its link for copying', () => {
    const past = pastIn(120, (account) => account < 15);

    expect(measure(past, tableWith('https://news.example/1'))).toMatchObject({
      reason: '0 accounts that copy and 120 others can be compared, 8 each required',
    });
  });

  it('needs others to compare with, and somebody who could look back', () => {
    expect(measure(pastIn(27, () => true))).toMatchObject({ state: 'unmeasured' });
    expect(measure({ unknown: 'no earlier burst' })).toMatchObject({ reason: 'no earlier burst' });
  });
});
