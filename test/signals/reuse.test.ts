import { describe, expect, it } from 'vitest';
import { DETECTION } from '../../functions/settings/detection.ts';
import { mix } from '../../functions/signals/hash-word.ts';
import { lookBack } from '../../functions/signals/look-back.ts';
import { tabulate } from '../../functions/signals/post-table.ts';
import type { EarlierBurst } from '../../functions/signals/return-history.ts';
import { measureReuse } from '../../functions/signals/reuse.ts';
import {
  allParticipants,
  sketchParticipants,
} from '../../functions/signals/sketch-participants.ts';
import type { Tagged } from '../../functions/signals/subjects.ts';
import { binomialSurprise } from '../../functions/stats/binomial-surprise.ts';
import { countSeeds, DAY_MS, NOON_MS, postsAt } from '../support/a-table.ts';

const { lookBack: looking, reuse: settings } = DETECTION.signals;

/** Pseudonyms are evenly spread, as those of a keyed hash are. */
const pseudonym = (number: number) =>
  [1, 2, 3]
    .map((part) =>
      mix(number * 4 + part)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
const postsBy = (from: number, to: number) =>
  postsAt(
    Array.from({ length: to - from }, (_, at) => at * 1000),
    (at) => ({ account: pseudonym(from + at) }),
  );
const burst = (
  hashtag: string,
  from: number,
  to: number,
  sketch = allParticipants,
): EarlierBurst => ({
  hashtag,
  startMs: NOON_MS - 2 * DAY_MS,
  endMs: NOON_MS - DAY_MS,
  sketch: sketch(postsBy(from, to)),
});
const about = { hashtag: 'here' };
const reuseOf = (
  posts: ReturnType<typeof postsBy>,
  earlier: readonly EarlierBurst[] | null,
  tagged: Tagged = about,
) => {
  const table = tabulate(posts);
  return measureReuse(table, lookBack(table, tagged, earlier, looking), settings);
};
const measure = (...given: Parameters<typeof reuseOf>) => reuseOf(...given).evidence;

describe('measureReuse', () => {
  it('counts accounts that come back from two subjects, beyond what a community would', () => {
    const earlier = [burst('a', 0, 40), burst('b', 20, 60), burst('c', 500, 600)];

    // Accounts 20 to 39 were in both; 60 to 99 are new. A quarter and a half of these 80 were in
    // each, of a community at most a fifth is: 0.2 * 0.2 would be in both.
    expect(measure(postsBy(20, 100), earlier)).toMatchObject({
      effect: expect.closeTo(20 / 80 - settings.regulars, 12),
      score: expect.closeTo(binomialSurprise(20, 80, 0.04), 12),
      accounts: 20,
      detail: {
        returningAccounts: 20,
        comparedAccounts: 80,
        subjects: 3,
        bursts: 3,
        minSubjects: 2,
        communityPercent: expect.closeTo(4, 12),
      },
    });
  });

  it('leaves the posts of a few who turn up under everything out of account', () => {
    const earlier = [burst('a', 0, 20), burst('b', 0, 20), burst('c', 500, 600)];

    expect(measure(postsBy(0, 200), earlier)).toMatchObject({
      effect: expect.closeTo(20 / 200 - settings.regulars, 12),
      score: expect.closeTo(binomialSurprise(20, 200, 0.1 * 0.1), 12),
    });
  });

  it('takes hashtags that stand in the same posts for one subject', () => {
    const sisters = [
      { ...burst('a', 0, 40), coTags: { b: 0.2 } },
      burst('b', 0, 40),
      burst('c', 900, 940),
    ];

    expect(measure(postsBy(0, 80), sisters)).toMatchObject({ effect: 0, accounts: 0, score: 0 });
  });

  it('does not look back at its own subject', () => {
    const earlier = [burst('a', 0, 40), burst('b', 0, 40), burst('c', 900, 940)];

    expect(measure(postsBy(0, 80), earlier, { hashtag: 'here', coTags: { a: 0.1 } })).toMatchObject(
      { effect: 0, detail: { subjects: 2 } },
    );
  });

  it('takes two days of one hashtag for one', () => {
    const earlier = [burst('a', 0, 40), burst('a', 0, 40), burst('b', 900, 940)];

    expect(measure(postsBy(0, 80), earlier)).toMatchObject({ effect: 0, accounts: 0, score: 0 });
  });

  it('names who came back', () => {
    const earlier = [burst('a', 0, 40), burst('b', 20, 60)];

    expect(reuseOf(postsBy(20, 100), earlier).returning).toEqual(
      new Set(Array.from({ length: 20 }, (_, number) => number)),
    );
  });

  it('keeps its word on false alarms in a community, each under one subject in five', () => {
    const alarms = countSeeds(100, (chance) => {
      const regulars = Array.from({ length: 150 }, (_, number) => number);
      const earlier = ['a', 'b', 'c', 'd', 'e', 'f'].map((hashtag) => {
        const there = regulars.filter(() => chance.uniform() < 0.2);
        const posts = there.flatMap((number) => postsBy(number, number + 1));
        return { ...burst(hashtag, 0, 1), sketch: allParticipants(posts) };
      });
      const evidence = measure(postsBy(0, 150), earlier);
      return evidence.state === 'measured' && evidence.score >= 4 && evidence.effect >= 0.08;
    });

    expect(alarms).toBe(0);
  });

  it('estimates the same from sketches of large bursts', () => {
    const full = [burst('a', 0, 3000), burst('b', 500, 3500)];
    const sketched = [
      burst('a', 0, 3000, sketchParticipants),
      burst('b', 500, 3500, sketchParticipants),
    ];
    const posts = postsBy(1500, 4500);

    expect(measure(posts, full)).toMatchObject({ effect: expect.closeTo(0.45, 12) });
    // About 256 of 3,000 accounts can be compared: standard error 0.03.
    expect(measure(posts, sketched)).toMatchObject({
      effect: expect.toSatisfy((effect: number) => Math.abs(effect - 0.45) < 0.12),
      accounts: expect.toSatisfy((accounts: number) => Math.abs(accounts - 1500) < 360),
      score: expect.toSatisfy((score: number) => score > 50),
    });
  });

  it('sets aside a burst so large that its sketch says nothing here', () => {
    const earlier = [
      burst('a', 0, 40),
      burst('b', 0, 40),
      burst('huge', 1000, 60_000, sketchParticipants),
    ];

    expect(measure(postsBy(0, 80), earlier)).toMatchObject({
      effect: expect.closeTo(0.45, 12),
      detail: { bursts: 2, setAside: 1, comparedAccounts: 80 },
    });
  });

  it('looks only at what was over before', () => {
    const later = { ...burst('b', 0, 40), endMs: NOON_MS + 1 };

    expect(measure(postsBy(0, 80), [burst('a', 0, 40), later])).toEqual({
      signal: 'reuse',
      state: 'unmeasured',
      reason: 'bursts of 1 of 2 unrelated subjects known',
    });
    expect(measure(postsBy(0, 80), null).state).toBe('unmeasured');
  });
});
