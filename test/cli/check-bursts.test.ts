import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckBurst, cutBursts } from '../../cli/check-bursts.ts';
import { checkHistory } from '../../cli/check-history.ts';
import { parseWindow } from '../../cli/check-window.ts';
import type { Post } from '../../functions/model/post.ts';
import type { Attendance } from '../../functions/signals/attendance.ts';
import { postColumns } from '../../functions/signals/post-columns.ts';

const aPost = (createdMs: number, index: number, account = `a${index}`): Post => ({
  id: `p${index}`,
  account,
  createdMs,
  accountCreatedMs: null,
  repost: false,
  text: null,
  language: null,
  followersBucket: null,
  deletedMs: null,
});

const aGroup = (times: readonly number[], hashtag = 'harvest') => {
  const columns = postColumns();
  const rows = Int32Array.from(times, (time, index) => columns.add(aPost(time, index)));
  return { source: 'x', hashtag, coTags: {}, deletionsKnown: false, columns, rows };
};
const idsOf = (burst: CheckBurst) => burst.table().ids;

describe('cutBursts', () => {
  const times = fc
    .array(fc.integer({ min: -5_000, max: 500_000 }), { minLength: 1, maxLength: 80 })
    .map((drawn) => drawn.toSorted((a, b) => a - b));
  const window = fc.constantFrom('7', '1s', '30s', '2m', '1h', '1d').map(parseWindow);
  const first = fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined });

  it('loses no post, repeats none, and keeps each in its window', () => {
    fc.assert(
      fc.property(times, window, (created, cut) => {
        const group = aGroup(created);
        const bursts = cutBursts(group, cut, undefined);

        expect(bursts.flatMap(idsOf)).toEqual(created.map((_, index) => `p${index}`));
        for (const { startMs, endMs, times: inBurst } of bursts) {
          for (const createdMs of inBurst()) {
            expect(createdMs).toBeGreaterThanOrEqual(startMs);
            if (cut.kind === 'span') expect(createdMs).toBeLessThan(endMs);
            else expect(createdMs).toBeLessThanOrEqual(endMs);
          }
          if (cut.kind === 'span') expect(Math.abs(startMs % cut.spanMs)).toBe(0);
        }
      }),
    );
  });

  it('judges at most the first posts, and knows nothing after what it could have seen', () => {
    fc.assert(
      fc.property(times, window, first, (created, cut, limit) => {
        const last = created.at(-1) ?? 0;
        for (const burst of cutBursts(aGroup(created), cut, limit)) {
          const { allPosts, firstMs, knownUntilMs, endMs } = burst;
          const judged = burst.times();
          expect(judged).toHaveLength(Math.min(allPosts, limit ?? allPosts));
          expect(judged[0]).toBe(firstMs);
          expect(knownUntilMs).toBeLessThanOrEqual(Math.min(last, endMs));
          expect(knownUntilMs).toBeGreaterThanOrEqual(judged.at(-1) ?? 0);
          if (judged.length < allPosts) expect(knownUntilMs).toBe(judged.at(-1));
        }
      }),
    );
  });

  it('knows a window to its end where the group goes on after it', () => {
    const [early, late] = cutBursts(aGroup([10, 20, 70_000]), parseWindow('1m'), undefined);

    expect([early?.knownUntilMs, late?.knownUntilMs]).toEqual([60_000, 70_000]);
  });
});

describe('parseWindow', () => {
  it.each([
    ['5m', { kind: 'span', spanMs: 300_000 }],
    ['1h', { kind: 'span', spanMs: 3_600_000 }],
    ['1d', { kind: 'span', spanMs: 86_400_000 }],
    ['1000', { kind: 'count', posts: 1000 }],
  ])('reads %s', (text, expected) => {
    expect(parseWindow(text)).toEqual(expected);
  });

  it.each(['', '0', '-5m', '1.5h', '5w', 'm', '05m', '5 m', '1e3'])('refuses %j', (text) => {
    expect(() => parseWindow(text)).toThrow(/a span such as/);
  });
});

describe('checkHistory', () => {
  const burst = (hashtag: string, startMs: number, posts: number, source = 'x') => {
    const group = {
      ...aGroup(
        Array.from({ length: posts }, (_, n) => startMs + n),
        hashtag,
      ),
      source,
    };
    const [whole] = cutBursts(group, undefined, undefined);
    if (whole === undefined) throw new Error('no burst');
    return whole;
  };
  const need = { minPosts: 50, minAccounts: 10 };
  const attendants = (earlier: Attendance | null, { participants }: CheckBurst) =>
    participants().filter((account) => earlier?.burstsOf(account).length === 1);

  it('holds what ended before, of other hashtags of the source, and was thick enough', () => {
    const now = burst('now', 10_000, 60);
    const before = burst('before', 1_000, 60);
    const bursts = [
      before,
      burst('thin', 2_000, 49),
      burst('now', 3_000, 60),
      burst('elsewhere', 4_000, 60, 'mastodon'),
      burst('touching', 9_941, 60),
      burst('overlapping', 9_990, 60),
      burst('later', 20_000, 60),
      now,
    ];

    const earlier = checkHistory(bursts, need)(now, now.table());

    expect(earlier?.bursts).toEqual([
      { hashtag: 'before', coTags: {}, startMs: 1_000, endMs: 1_059 },
    ]);
    expect(attendants(earlier, before)).toHaveLength(60);
  });

  it('is null for a thin burst, and where nothing came before', () => {
    const [before, now, thin] = [burst('b', 0, 60), burst('n', 100, 60), burst('t', 200, 10)];

    const history = checkHistory([before, now, thin], need);
    const earlier = (one: CheckBurst) => history(one, one.table());

    expect([earlier(before), earlier(now)?.bursts.length, earlier(thin)]).toEqual([null, 1, null]);
  });

  it('knows everybody who took part, also where only the first posts are judged', () => {
    const group = aGroup(
      Array.from({ length: 80 }, (_, n) => n),
      'before',
    );
    const before = cutBursts(group, undefined, 55);
    const now = burst('now', 1_000, 60);

    const earlier = checkHistory([...before, now], need)(now, now.table());

    expect(before.flatMap((one) => attendants(earlier, one))).toHaveLength(80);
  });
});
