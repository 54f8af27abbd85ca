import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIGNALS, type SignalName } from '../../functions/model/evidence.ts';
import type { Post } from '../../functions/model/post.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { sketchParticipants } from '../../functions/signals/sketch-participants.ts';
import { type JudgeContext, judge } from '../../functions/steps/judge.ts';
import { aPost } from '../support/a-post.ts';

const NOON = Date.UTC(2026, 0, 6, 12);
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** What an organiser may do; a crowd does none of it. */
type Acts = {
  readonly copies: boolean;
  readonly batch: boolean;
  readonly heavy: boolean;
  readonly equalLives: boolean;
  readonly rareDeletion: boolean;
  readonly returns: boolean;
  readonly few: boolean;
};

function postsOf(acts: Acts): readonly Post[] {
  return Array.from({ length: acts.few ? 40 : 200 }, (_, index) => {
    const createdMs = NOON + Math.floor((index * 300_000) / 200) + ((index * 7919) % 1400);
    const author = aPost(acts.heavy ? index % 40 : index);
    return aPost(index, {
      account: author.account,
      createdMs,
      accountCreatedMs: acts.batch
        ? Date.UTC(2021, 10, 3) + index * 1000
        : Date.UTC(2012, 0, 1) + index * 19 * DAY_MS,
      ...(acts.copies && { text: aPost(1).text }),
      deletedMs: vanishes(acts, index) ? createdMs + 55_000 : null,
    });
  });
}

function vanishes({ equalLives, rareDeletion }: Acts, index: number): boolean {
  return equalLives || (rareDeletion && index % 8 === 0);
}

/** Three bursts of as many unrelated hashtags, the days before. */
function earlierOf(posts: readonly Post[]) {
  return ['one', 'other', 'third'].map((hashtag, day) => ({
    hashtag,
    startMs: NOON - (day + 1) * DAY_MS,
    endMs: NOON - (day + 1) * DAY_MS + 60 * MINUTE_MS,
    sketch: sketchParticipants(posts),
  }));
}

function judged(acts: Acts, without: readonly SignalName[] = []) {
  const posts = postsOf(acts);
  const context: JudgeContext = {
    nowMs: NOON + 10 * MINUTE_MS,
    deletionWatched: true,
    deletionTimesKnown: true,
    about: { hashtag: 'harbour' },
    earlier: acts.returns ? earlierOf(posts) : null,
    without,
  };
  return judge(posts, context, DETECTION).verdict;
}

const anyActs = fc.record({
  copies: fc.boolean(),
  batch: fc.boolean(),
  heavy: fc.boolean(),
  equalLives: fc.boolean(),
  rareDeletion: fc.boolean(),
  returns: fc.boolean(),
  few: fc.boolean(),
});

describe('a verdict on posts', () => {
  it('stays as it is without a signal that it does not cite, and that no cited one hangs on', () => {
    fc.assert(
      fc.property(anyActs, fc.constantFrom(...SIGNALS), (acts, signal) => {
        const whole = judged(acts);
        const without = judged(acts, [signal]);
        // Who leaves out deletion leaves out equal lives too, and with reuse all that is asked of who came back.
        const left = SIGNALS.filter((_, at) => {
          const one = without.evidence[at];
          return one?.state === 'unmeasured' && one.reason === 'left out on request';
        });
        fc.pre(left.every((one) => !whole.citing.includes(one)));

        expect(without.level).toBe(whole.level);
      }),
      { numRuns: 150 },
    );
  });

  it.each<[string, Partial<Acts>, string, readonly SignalName[]]>([
    ['of a crowd', {}, 'organic', ['near-duplicate', 'creation-clustering']],
    ['of too few', { few: true, copies: true }, 'undecided', []],
    ['of copies', { copies: true }, 'suspicious', ['near-duplicate']],
    [
      'of copies by a batch',
      { copies: true, batch: true },
      'coordinated',
      ['near-duplicate', 'creation-clustering'],
    ],
  ])('%s cites what it rests on', (_, acts, level, citing) => {
    const none = {
      ...{ copies: false, batch: false, heavy: false, equalLives: false },
      ...{ rareDeletion: false, returns: false, few: false },
    };
    expect(judged({ ...none, ...acts })).toMatchObject({ level, citing });
  });
});

describe('undecided, and why', () => {
  it('of 50 posts by 5 accounts', () => {
    const posts = Array.from({ length: 50 }, (_, index) =>
      aPost(index, { account: aPost(index % 5).account, createdMs: NOON + index * 1000 }),
    );
    expect(judge(posts, bare, DETECTION).verdict).toMatchObject({
      level: 'undecided',
      undecidedBecause: '5 of 6 accounts that a verdict needs',
    });
  });

  it('of posts without texts or dates, where nothing stands', () => {
    const posts = Array.from({ length: 200 }, (_, index) =>
      aPost(index, {
        createdMs: NOON + Math.floor((index * 300_000) / 200) + ((index * 7919) % 1400),
        accountCreatedMs: null,
        text: null,
      }),
    );
    expect(judge(posts, bare, DETECTION).verdict).toMatchObject({
      level: 'undecided',
      undecidedBecause:
        'neither texts nor account dates could be measured: coordination could not have been seen',
      citing: [],
    });
  });
});

const bare: JudgeContext = {
  nowMs: NOON + 10 * MINUTE_MS,
  deletionWatched: false,
  deletionTimesKnown: false,
  earlier: null,
};
