import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckBurst, cutBursts } from '../../cli/check-bursts.ts';
import { checkHistory } from '../../cli/check-history.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { type LookBack, lookBack, type UnknownPast } from '../../functions/signals/look-back.ts';
import { postColumns } from '../../functions/signals/post-columns.ts';
import type { EarlierBurst } from '../../functions/signals/return-history.ts';
import { aPost } from '../support/a-post.ts';

const need = { minPosts: 4, minAccounts: 3 };
const settings = { ...DETECTION.signals.lookBack, minComparable: 2 };

type Drawn = {
  readonly source: string;
  readonly hashtag: string;
  readonly startMs: number;
  readonly company: string;
  readonly authors: readonly number[];
};
const drawn: fc.Arbitrary<readonly Drawn[]> = fc.array(
  fc.record({
    source: fc.constantFrom('x', 'x', 'x', 'mastodon'),
    hashtag: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    startMs: fc.integer({ min: 0, max: 60 }),
    company: fc.constantFrom('', '', '', 'a', 'b', 'summit'),
    authors: fc.array(fc.nat(12), { minLength: 1, maxLength: 12 }),
  }),
  { maxLength: 40 },
);

function burstsOf(given: readonly Drawn[]): readonly CheckBurst[] {
  const columns = postColumns();
  let posts = 0;
  return given.flatMap(({ source, hashtag, startMs, company, authors }) => {
    const rows = authors.map((author, at) =>
      columns.add({ ...aPost(posts++), account: `a${author}`, createdMs: startMs + at }),
    );
    const coTags = company === '' ? {} : { [company]: 0.4 };
    const group = { source, hashtag, coTags, deletionsKnown: false, columns };
    return cutBursts({ ...group, rows: Int32Array.from(rows) }, undefined, undefined);
  });
}

/** The same look back with everybody written out, burst by burst. */
function sketchesBefore(burst: CheckBurst, bursts: readonly CheckBurst[]): EarlierBurst[] {
  return bursts
    .filter(
      (one) =>
        one.source === burst.source &&
        one.hashtag !== burst.hashtag &&
        one.lastMs < burst.firstMs &&
        one.allPosts >= need.minPosts &&
        one.participants().length >= need.minAccounts,
    )
    .sort((one, other) => other.lastMs - one.lastMs)
    .slice(0, 300)
    .map(({ hashtag, coTags, firstMs, lastMs, participants }) => {
      const accounts = participants().toSorted();
      const sketch = { accounts, total: accounts.length };
      return { hashtag, coTags, startMs: firstMs, endMs: lastMs, sketch };
    });
}

function answerOf(past: LookBack | UnknownPast, accounts: number) {
  if ('unknown' in past) return past;
  const subjects = Array.from({ length: accounts }, (_, at) => past.subjectsOf(at));
  return { ...past, subjectsOf: subjects };
}

describe('checkHistory', () => {
  it('looks back as if everybody of each earlier burst were gone through', () => {
    let known = 0;
    fc.assert(
      fc.property(drawn, (given) => {
        const bursts = burstsOf(given);
        const earlierThan = checkHistory(bursts, need);
        for (const burst of bursts) {
          const table = burst.table();
          const earlier = earlierThan(burst, table);
          const all = sketchesBefore(burst, bursts);
          if (earlier === null) {
            expect(
              all.length === 0 ||
                table.size < need.minPosts ||
                table.accounts.length < need.minAccounts,
            ).toBe(true);
            continue;
          }
          const answer = answerOf(lookBack(table, burst, earlier, settings), table.accounts.length);
          expect(answer).toEqual(
            answerOf(lookBack(table, burst, all, settings), table.accounts.length),
          );
          if (!('unknown' in answer)) known++;
        }
      }),
    );
    expect(known).toBeGreaterThan(20);
  });

  it('looks at the newest three hundred and no more', () => {
    const given = Array.from({ length: 320 }, (_, at) => ({
      ...{ source: 'x', hashtag: `tag${at}`, startMs: 10 * at, company: '' },
      authors: [1, 2, 3, at + 10],
    }));
    const bursts = burstsOf([...given, { ...given[0], startMs: 9999 } as Drawn]);
    const now = bursts.at(-1) as CheckBurst;

    const earlier = checkHistory(bursts, need)(now, now.table());

    expect(earlier?.bursts).toHaveLength(300);
    expect(earlier?.bursts[0]?.hashtag).toBe('tag319');
    expect(earlier?.burstsOf('a1')).toEqual(Array.from({ length: 300 }, (_, at) => at));
    expect(earlier?.burstsOf('a329')).toEqual([0]);
    expect(earlier?.burstsOf('a15')).toEqual([]);
    expect(earlier?.burstsOf('nobody')).toEqual([]);
  });
});
