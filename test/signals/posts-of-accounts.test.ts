import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tabulate } from '../../functions/signals/post-table.ts';
import { postsOfAccounts } from '../../functions/signals/posts-of-accounts.ts';
import { DAY_MS, NOON_MS, postsAt } from '../support/a-table.ts';

describe('postsOfAccounts', () => {
  it('is the table that these posts alone would have made', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { minLength: 1, maxLength: 60 }),
        fc.nat(9),
        (authors, least) => {
          const posts = postsAt(
            authors.map((_, at) => at * 700),
            (at) => ({
              account: `a${authors[at]}`,
              accountCreatedMs:
                (authors[at] ?? 0) % 3 === 0 ? null : NOON_MS - (authors[at] ?? 0) * DAY_MS,
              repost: at % 2 === 0,
              deletedMs: at % 5 === 0 ? NOON_MS + at * 1000 : null,
            }),
          );
          const whole = tabulate(posts);
          const chosen = new Set(
            [...whole.accounts.keys()].filter(
              (number) => Number(whole.accounts[number]?.slice(1)) >= least,
            ),
          );
          const alone = tabulate(posts.filter(({ account }) => Number(account.slice(1)) >= least));
          const {
            texts: _texts,
            textOf: _rows,
            minuteStamps: _minutes,
            languages: _l,
            ...found
          } = postsOfAccounts(whole, chosen);
          const { texts: _t, textOf: _r, minuteStamps: _m, languages: _n, ...wanted } = alone;

          expect(found).toEqual(wanted);
        },
      ),
    );
  });
});
