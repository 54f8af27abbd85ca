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

const SAYINGS = {
  x: ['keep the old bridge open for every market day', 'a town without its ford is no town'],
  y: ['bring back the night train to the coast', 'nobody sleeps in a coach across the pass'],
};

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

  it('finds those who bring one text again and again, hidden in a crowd', () => {
    const chance = chanceFrom('again');
    const text = markText('keep the old bridge open for every market day', 1);
    const other = markText('no town of ours can live without its old bridge', 1);
    // Four bursts of ten seconds, each account with the first text three times and the other once.
    const chorus = squad(4).map((post, at) => ({
      ...post,
      text: Math.floor(at / 30) === at % 4 ? other : text,
    }));
    const busy = postsAt(evenly(chance, 6000, 240 * MINUTE_MS), (at) => ({
      account: `o${Math.floor(chance.uniform() * 3000)}`,
      text: markText(`nobody else says word${at} word${at + 1} the way that word${at} does`, 1),
    }));

    const found = find(tabulate([...busy, ...chorus]));

    const accounts = found.groups.flatMap((one) => one.accounts);
    expect(accounts.filter((one) => one.startsWith('s'))).toHaveLength(30);
    expect(accounts.filter((one) => one.startsWith('o'))).toHaveLength(0);
  });

  it('takes a text that everybody repeats within its minute for one meeting', () => {
    const text = markText('keep the old bridge open for every market day', 1);
    const twice = [...squad(1), ...squad(1).map((post) => ({ ...post, id: `${post.id}b` }))];

    const found = find(tabulate([...crowd(1440), ...twice.map((post) => ({ ...post, text }))]));

    expect(found).toMatchObject({ groups: [], surprise: 0 });
  });

  it('keeps campaigns apart that crowd into the same minute now and then', () => {
    const campaign = (name: 'x' | 'y', laterMs: number) =>
      squad(4).map((post, at) => ({
        ...post,
        id: `${name}${at}`,
        account: `${name}${at % 30}`,
        createdMs: post.createdMs + (at < 30 ? 0 : laterMs),
        text: markText(SAYINGS[name][(at + Math.floor(at / 30)) % 2] ?? '', 1),
      }));

    const { groups } = find(
      tabulate([...crowd(), ...campaign('x', 0), ...campaign('y', 20 * MINUTE_MS)]),
    );

    const names = groups.map(({ accounts }) => new Set(accounts.map((one) => one.charAt(0))));
    expect(names.filter((one) => one.has('x') && one.has('y'))).toEqual([]);
    expect(names.filter((one) => one.has('x') || one.has('y'))).toHaveLength(2);
  });

  it('takes no talker for a member who talks through one of their meetings', () => {
    const talker = postsAt(
      Array.from({ length: 6 }, (_, at) => 20 * MINUTE_MS + at * 1000),
      (at) => ({ id: `talk${at}`, account: 'talker', text: null }),
    );

    const found = find(tabulate([...crowd(), ...squad(4), ...talker]));

    expect(found.groups[0]?.accounts).toContain('s7');
    expect(found.groups[0]?.accounts).not.toContain('talker');
  });

  it('names the posts behind each link', () => {
    const found = find(tabulate([...crowd(), ...squad(4)]));

    expect(found.groups[0]).toMatchObject({ textMeetings: 0, timeMeetings: expect.any(Number) });
    const [largest] = found.groups[0]?.meetings ?? [];
    expect(largest?.accounts).toBeGreaterThanOrEqual(30);
    expect(largest?.posts.filter((id) => id.startsWith('s'))).toHaveLength(30);
    expect(largest).toMatchObject({ kind: 'time', allPosts: largest?.posts.length });
    expect((largest?.endMs ?? 0) - (largest?.startMs ?? 0)).toBeLessThan(MINUTE_MS);
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
