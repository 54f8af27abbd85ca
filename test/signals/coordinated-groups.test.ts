import { describe, expect, it } from 'vitest';
import { chanceFrom } from '../../bench/simulator/chance.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { coordinatedGroups } from '../../functions/signals/coordinated-groups.ts';
import { measureGroups } from '../../functions/signals/groups.ts';
import { type PostTable, tabulate } from '../../functions/signals/post-table.ts';
import { eligibleOriginals, textGroups } from '../../functions/signals/text-groups.ts';
import { markText } from '../../functions/signals/text-mark.ts';
import { evenly, postsAt } from '../support/a-table.ts';

const { groups: settings, textGroups: grouping } = DETECTION.signals;
const MINUTE_MS = 60_000;

function find(table: PostTable) {
  const originals = eligibleOriginals(table, grouping.minWords);
  return coordinatedGroups(table, textGroups(table, originals, grouping), settings);
}

/** 6,000 posts by 3,000 accounts. */
const crowd = (minutes = 240) => {
  const chance = chanceFrom('crowd');
  return postsAt(evenly(chance, 6000, minutes * MINUTE_MS), () => ({
    account: `o${Math.floor(chance.uniform() * 3000)}`,
    text: null,
  }));
};

/** 30 accounts that post within ten seconds of each other, on `meetings` occasions. */
const squad = (meetings: number) =>
  postsAt(
    Array.from(
      { length: 30 * meetings },
      (_, at) => Math.floor(at / 30) * 45 * MINUTE_MS + 20 * MINUTE_MS + (at % 30) * 300,
    ),
    (at) => ({ id: `s${at}`, account: `s${at % 30}`, text: null }),
  );

describe('coordinatedGroups', () => {
  it('finds those who keep meeting, and nobody else', () => {
    const table = tabulate([...crowd(), ...squad(4)]);
    const found = find(table);

    expect(found.groups).toHaveLength(1);
    expect(found.groups[0]?.accounts.filter((one) => one.startsWith('s'))).toHaveLength(30);
    expect(
      found.groups[0]?.accounts.filter((one) => one.startsWith('o')).length,
    ).toBeLessThanOrEqual(9);
    expect(measureGroups(table, found)).toMatchObject({
      state: 'measured',
      score: expect.toSatisfy((score: number) => score >= 4),
    });
  });

  it('takes one meeting for no link', () => {
    const table = tabulate([...crowd(), ...squad(1)]);

    expect(find(table).groups).toEqual([]);
    expect(measureGroups(table, find(table))).toMatchObject({ score: 0, effect: 0, accounts: 0 });
  });

  it('takes one text posted in one minute for one meeting', () => {
    const chorus = squad(1).map((post) => ({
      ...post,
      text: markText('keep the old bridge open for every market day', 1),
    }));

    expect(find(tabulate([...crowd(1440), ...chorus])).groups).toEqual([]);
  });

  it('finds those who share one text after another, whenever they post', () => {
    const chance = chanceFrom('texts');
    const sharers = postsAt(evenly(chance, 60, 240 * MINUTE_MS), (at) => ({
      id: `t${at}`,
      account: `t${at % 12}`,
      text: markText(
        `set text number ${at % 5} says keep the old bridge open ${'abcde'[at % 5]}`,
        1,
      ),
    }));

    const accounts = find(tabulate([...crowd(), ...sharers])).groups.flatMap((one) => one.accounts);

    expect(accounts.filter((one) => one.startsWith('t'))).toHaveLength(12);
    expect(accounts.filter((one) => one.startsWith('o'))).toHaveLength(0);
  });

  it('expects heavy posters to meet', () => {
    const chance = chanceFrom('heavy');
    const talkers = postsAt(evenly(chance, 1200, 240 * MINUTE_MS), () => ({
      account: `h${Math.floor(chance.uniform() * 12)}`,
      text: null,
    }));

    expect(find(tabulate(talkers)).groups).toEqual([]);
  });
});
