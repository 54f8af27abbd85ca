import { describe, expect, it } from 'vitest';
import { DETECTION } from '../../functions/settings/detection.ts';
import { mix } from '../../functions/signals/hash-word.ts';
import { tabulate } from '../../functions/signals/post-table.ts';
import type { EarlierBurst } from '../../functions/signals/return-history.ts';
import { measureReuse } from '../../functions/signals/reuse.ts';
import {
  allParticipants,
  sketchParticipants,
} from '../../functions/signals/sketch-participants.ts';
import { DAY_MS, NOON_MS, postsAt } from '../support/a-table.ts';

/** Two hashtags, so that the numbers stay small. */
const settings = { ...DETECTION.signals.reuse, minHashtags: 2, minEarlierHashtags: 2 };

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
const measure = (posts: ReturnType<typeof postsBy>, earlier: readonly EarlierBurst[] | null) =>
  measureReuse(tabulate(posts), earlier, settings);

describe('measureReuse', () => {
  it('counts accounts that were in two other hashtags', () => {
    const earlier = [burst('a', 0, 40), burst('b', 20, 60), burst('c', 500, 600)];

    // Accounts 20 to 39 were in both; 60 to 99 are new.
    expect(measure(postsBy(20, 100), earlier)).toMatchObject({
      effect: 20 / 80,
      accounts: 20,
      detail: { returningAccounts: 20, comparedAccounts: 80, hashtags: 3, bursts: 3 },
    });
  });

  it('takes two days of one hashtag for one', () => {
    const earlier = [burst('a', 0, 40), burst('a', 0, 40), burst('b', 900, 940)];

    expect(measure(postsBy(0, 80), earlier)).toMatchObject({ effect: 0, accounts: 0, score: 0 });
  });

  it('tells the lesser of the shares of accounts and of posts: regulars post more', () => {
    const regulars = Array.from({ length: 5 }, (_, copy) =>
      postsBy(0, 20).map((post) => ({ ...post, id: `${post.id}-${copy}` })),
    ).flat();
    const earlier = [burst('a', 0, 20), burst('b', 0, 20)];

    expect(measure([...regulars, ...postsBy(100, 180)], earlier)).toMatchObject({ effect: 0.2 });
  });

  it('estimates the same from sketches of large bursts', () => {
    const full = [burst('a', 0, 3000), burst('b', 500, 3500)];
    const sketched = [
      burst('a', 0, 3000, sketchParticipants),
      burst('b', 500, 3500, sketchParticipants),
    ];
    const posts = postsBy(1500, 4500);

    expect(measure(posts, full)).toMatchObject({ effect: 0.5 });
    // About 256 of 3,000 accounts can be compared: standard error 0.03.
    expect(measure(posts, sketched)).toMatchObject({
      effect: expect.toSatisfy((effect: number) => Math.abs(effect - 0.5) < 0.12),
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
      effect: 0.5,
      detail: { bursts: 2, setAside: 1, comparedAccounts: 80 },
    });
  });

  it('looks only at what was over before', () => {
    const later = { ...burst('b', 0, 40), endMs: NOON_MS + 1 };

    expect(measure(postsBy(0, 80), [burst('a', 0, 40), later])).toEqual({
      signal: 'reuse',
      state: 'unmeasured',
      reason: '1 of 2 earlier hashtags with a burst known',
    });
    expect(measure(postsBy(0, 80), null).state).toBe('unmeasured');
  });
});
