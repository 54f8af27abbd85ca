import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorProfiles } from '../../functions/signals/author-profiles.ts';
import { authorTally, tallyAuthor } from '../../functions/signals/author-tally.ts';
import { otherAuthors } from '../../functions/signals/other-authors.ts';
import { tabulate } from '../../functions/signals/post-table.ts';
import { aPost } from '../support/a-post.ts';

const DAY_MS = 86_400_000;
const authors = fc.array(
  fc.record({
    account: fc.nat(30).map((number) => `a${number}`),
    accountCreatedMs: fc.option(fc.nat(9).map((day) => day * DAY_MS)),
    language: fc.constantFrom('en', 'tr', null),
    place: fc.nat(3),
    names: fc.constantFrom('plain' as const, 'stock' as const, 'newsroom' as const),
  }),
  { minLength: 1, maxLength: 60 },
);
const asked = fc.array(fc.array(fc.nat(35).map((number) => `a${number}`)), { maxLength: 4 });

describe('otherAuthors', () => {
  it('counts everybody but those named, whatever was asked before', () => {
    fc.assert(
      fc.property(authors, asked, (drawn, each) => {
        const table = tabulate(drawn.map((author, at) => ({ ...aPost(at), ...author })));
        const others = otherAuthors(table);
        const answers = each.map((accounts) => ({ accounts, usual: others(accounts) }));
        for (const { accounts, usual } of [...answers, ...answers.toReversed()]) {
          const left = authorTally();
          for (const profile of authorProfiles(table)) {
            if (!accounts.includes(profile.account)) tallyAuthor(left, profile);
          }
          expect({ ...usual }).toEqual({ ...left, of: 'input' });
        }
      }),
    );
  });
});
