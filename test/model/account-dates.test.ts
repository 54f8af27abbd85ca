import { expect, it } from 'vitest';
import { accountDatesOf, liveAccountDatesOf } from '../../functions/model/account-dates.ts';

it('are exact of Bluesky only where its directory was asked', () => {
  expect(accountDatesOf('bluesky')).toBe('self-declared');
  expect(liveAccountDatesOf('bluesky')).toBe('exact');
});

it.each([
  ['mastodon', 'day'],
  ['x', 'exact'],
  ['replay', 'exact'],
])('of %s are the same live and in files: %s', (source, dates) => {
  expect(accountDatesOf(source)).toBe(dates);
  expect(liveAccountDatesOf(source)).toBe(dates);
});
