import type { Account, Draft } from '../draft.ts';
import { pick } from '../draw/pick.ts';
import type { ScenarioInput } from '../scenario.ts';
import type { Stage } from '../stage.ts';
import { crowd } from './crowd.ts';
import { ordinaryDeletion } from './ordinary-deletion.ts';
import { ordinaryTexts } from './ordinary-text.ts';
import { authorsOf } from './posts-an-account.ts';
import { tagged } from './tagged.ts';

type Answers = {
  /** What they answer. */
  readonly to: readonly Draft[];
  /** When they write, epoch milliseconds, in any order. */
  readonly times: readonly number[];
  /** Share that repost what stands by then; the others write in their own words. */
  readonly repostShare: number;
  /** Exponent and cut of posts an account. */
  readonly law: { readonly alpha: number; readonly kmax: number };
  /** How each presents itself; nothing is said of it by default. */
  readonly presented?: (account: Account) => Account;
};

/** Ordinary people who answer what an organiser had written: the uptake. */
export function answers(stage: Stage, input: ScenarioInput, given: Answers): readonly Draft[] {
  const chance = stage.chance.fork('answers');
  const nextAccount = crowd(chance.fork('crowd'), {
    atMs: input.startMs,
    ages: 'active',
    neighbours: input.neighbours,
    network: input.network,
  });
  const times = given.times.toSorted((one, other) => one - other);
  const authors = authorsOf(chance.fork('authors'), times.length, given.law, nextAccount);
  const { presented = (account: Account) => account } = given;
  const nextText = ordinaryTexts(chance.fork('texts'), stage.lexicon);
  const seen = seenBy(given.to);
  return times.map((atMs, at): Draft => {
    const before = seen.until(atMs);
    const repost = before.length > 0 && chance.uniform() < given.repostShare;
    const text = repost ? pick(chance, before) : tagged(nextText(), input.hashtag);
    if (!repost) seen.add(text);
    return {
      atMs,
      account: presented(authors[at] as Account),
      text,
      repost,
      role: 'uptake',
      deletedMs: ordinaryDeletion(chance, atMs),
    };
  });
}

/** Texts that stand by a time; to be asked for later and later times. */
function seenBy(posts: readonly Draft[]) {
  const waiting = posts.toSorted((one, other) => other.atMs - one.atMs);
  const texts: string[] = [];
  return {
    add: (text: string) => texts.push(text),
    until(atMs: number): readonly string[] {
      while ((waiting.at(-1)?.atMs ?? Number.POSITIVE_INFINITY) < atMs) {
        texts.push((waiting.pop() as Draft).text);
      }
      return texts;
    },
  };
}
