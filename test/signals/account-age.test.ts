import { describe, expect, it } from 'vitest';
import { isMeasured } from '../../functions/model/evidence.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { ageHistogram, measureAccountAge } from '../../functions/signals/account-age.ts';
import { authorProfiles } from '../../functions/signals/author-profiles.ts';
import { tabulate } from '../../functions/signals/post-table.ts';
import { DAY_MS, NOON_MS, postsAt } from '../support/a-table.ts';
import { usualAuthorsOf } from '../support/usual-authors.ts';

const settings = DETECTION.signals.accountAge;
const aged = (days: readonly number[]) =>
  postsAt(
    days.map(() => 0),
    (at) => ({ accountCreatedMs: NOON_MS - (days[at] ?? 0) * DAY_MS }),
  );
const profiles = (days: readonly number[]) => authorProfiles(tabulate(aged(days)));
const years = Array.from({ length: 200 }, (_, at) => 100 + at * 10);
const usual = usualAuthorsOf(aged(years));

describe('measureAccountAge', () => {
  it('sorts accounts into classes that double', () => {
    expect(ageHistogram(profiles([0, 0.5, 1, 2.9, 3, 62, 63, 1e6]))).toEqual([
      2, 2, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 1,
    ]);
  });

  it('sees a crowd much younger than usual, and says whose usual authors', () => {
    const evidence = measureAccountAge(profiles(Array(50).fill(5)), usual, 'day', settings);

    expect(evidence).toMatchObject({
      effect: 1,
      accounts: 50,
      detail: { usual: 'watch', dates: 'day', usualAccounts: 200 },
    });
    expect(isMeasured(evidence) && evidence.score).toBeGreaterThan(10);
  });

  it('finds nothing where the crowd is the usual one', () => {
    expect(measureAccountAge(profiles(years), usual, 'exact', settings)).toMatchObject({
      effect: 0,
      score: expect.closeTo(0.30103, 5),
    });
  });

  it('says what it lacks', () => {
    expect(measureAccountAge(profiles([1]), undefined, 'exact', settings)).toMatchObject({
      reason: 'the usual authors are not known yet',
    });
    expect(measureAccountAge(profiles([1]), usual, 'exact', settings)).toMatchObject({
      reason: '1 of 20 account dates known, 200 of 100 of usual authors',
    });
  });

  it('is shown and never counted', () => {
    expect(DETECTION.thresholds.bySignal).not.toHaveProperty('account-age');
  });
});
