import { describe, expect, it } from 'vitest';
import { meetingsOf } from '../../functions/signals/meetings.ts';
import { countOccasions } from '../../functions/signals/occasions.ts';
import { visitsOf } from '../../functions/signals/visits.ts';
import { tableAt } from '../support/a-table.ts';

const WINDOW_MS = 60_000;

/** Occasions of one account that posts at these seconds, all its posts of one text, some in windows. */
function occasions(seconds: readonly number[], windows: readonly (readonly [number, number])[]) {
  const table = tableAt(
    seconds.map((second) => second * 1000),
    () => ({ account: 'a' }),
  );
  const posts = [...seconds.keys()];
  const texts = [{ posts, accounts: 1, linked: false }];
  const meetings = meetingsOf(
    table,
    texts,
    windows.map(([from, to]) => ({ from, to })),
  );
  const visits = visitsOf(table, meetings);
  return countOccasions(table, meetings, visits, [...visits.meeting.keys()], WINDOW_MS);
}

describe('countOccasions', () => {
  it.each`
    what                                      | seconds          | windows             | count
    ${'a post of a text'}                     | ${[0]}           | ${[]}               | ${1}
    ${'a post of a text in a crowded window'} | ${[0]}           | ${[[0, 1]]}         | ${1}
    ${'a text repeated within the minute'}    | ${[0, 30]}       | ${[]}               | ${1}
    ${'a text in the morning and at night'}   | ${[0, 36_000]}   | ${[]}               | ${2}
    ${'a text in two windows'}                | ${[50, 70]}      | ${[[0, 1], [1, 2]]} | ${2}
    ${'a text on three days'}                 | ${[0, 9e4, 2e5]} | ${[[1, 2]]}         | ${3}
  `('$what: $count', ({ seconds, windows, count }) => {
    expect(occasions(seconds, windows)).toBe(count);
  });
});

describe('visitsOf', () => {
  it('follows an account through the smallest meetings, 40 at most', () => {
    const table = tableAt(
      Array.from({ length: 90 }, (_, at) => at * 1000),
      (at) => ({ account: at < 60 ? 'busy' : `other${at}` }),
    );
    const windows = Array.from({ length: 60 }, (_, from) => ({ from, to: from + 1 }));
    const everybody = { from: 0, to: 90 };

    const visits = visitsOf(table, meetingsOf(table, [], [everybody, ...windows]));

    expect(visits.startOf[1]).toBe(40);
    expect(visits.meeting.subarray(0, 40)).not.toContain(0);
    expect(visits.account).toHaveLength(70);
  });
});
