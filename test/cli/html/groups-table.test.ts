import { expect, it } from 'vitest';
import { groupsTable } from '../../../cli/html/groups-table.ts';
import { pseudonymsFor } from '../../../cli/html/pseudonyms.ts';

const START_MS = Date.UTC(2026, 2, 2, 10);

const group = (members: number) => ({
  accounts: Array.from({ length: members }, (_, n) => `account-${n}`),
  posts: 3 * members,
  textMeetings: 1,
  timeMeetings: 11,
  meetings: Array.from({ length: 12 }, (_, n) => ({
    kind: n === 0 ? ('text' as const) : ('time' as const),
    startMs: START_MS + n * 60_000,
    endMs: START_MS + n * 60_000 + 20_000,
    posts: ['p1', 'p2'],
    allPosts: 40 - n,
    accounts: members,
  })),
});

const pseudonyms = pseudonymsFor('key');

it('tells how many met, over what and when, and names nobody', () => {
  const page = groupsTable([group(20)], { accounts: 400, standing: ['again'] }, pseudonyms)?.markup;

  expect(page).toContain('20 of 400 accounts (5 %) met others again and again');
  expect(page).toContain(
    '20 accounts with 60 posts, joined by 1 shared text and 11 crowded moments',
  );
  expect(page).toContain('the largest 8 of 12 meetings');
  expect(page).toContain('2 Mar 2026, 10:00 – 10:00:20 UTC');
  expect(page).toContain('and 4 more');
  expect(page).not.toContain('account-');
  expect(page).not.toContain('does not rest on them');
});

it('folds smaller groups, and says where the verdict does not rest on them', () => {
  const groups = Array.from({ length: 25 }, () => group(3));

  const page = groupsTable(groups, { accounts: 400, standing: ['text'] }, pseudonyms)?.markup ?? '';

  expect(page.indexOf('Group 3<')).toBeLessThan(page.indexOf('22 smaller groups'));
  expect(page.indexOf('Group 4<')).toBeGreaterThan(page.indexOf('22 smaller groups'));
  expect(page).toContain('5 more: <code>--json</code> lists them all');
  expect(page).toContain('The verdict does not rest on them');
});

it('is not there without groups', () => {
  expect(groupsTable([], { accounts: 400, standing: [] }, pseudonyms)).toBeNull();
});

it('calls an account the same by the same key, and otherwise not', () => {
  expect(pseudonyms('a')).toMatch(/^[0-9a-f]{6}$/);
  expect(pseudonymsFor('key')('a')).toBe(pseudonyms('a'));
  expect(pseudonymsFor('other')('a')).not.toBe(pseudonyms('a'));
});
