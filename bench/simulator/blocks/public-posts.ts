import type { Account, Draft } from '../draft.ts';
import type { ScenarioInput } from '../scenario.ts';
import type { Stage } from '../stage.ts';
import type { AgeLaw } from './account-age.ts';
import { crowd } from './crowd.ts';
import { ordinaryDeletion } from './ordinary-deletion.ts';
import { platformRemoval } from './platform-removal.ts';
import { authorsOf } from './posts-an-account.ts';
import { tagged } from './tagged.ts';

type PublicPosts = {
  /** When they write, epoch milliseconds, in any order. */
  readonly times: readonly number[];
  /** Exponent and cut of posts an account. */
  readonly law: { readonly alpha: number; readonly kmax: number };
  readonly ages: AgeLaw;
  /** Text of the next post, without the hashtag. */
  readonly nextText: (atMs: number) => string;
  /** Who comes next; a crowd of strangers by default. */
  readonly nextAccount?: () => Account;
};

/** Posts of people who act for themselves, perhaps on one cue. */
export function publicPosts(
  stage: Stage,
  input: ScenarioInput,
  { times, law, ages, nextText, nextAccount }: PublicPosts,
): readonly Draft[] {
  const { startMs, network, neighbours } = input;
  const next =
    nextAccount ?? crowd(stage.chance.fork('crowd'), { atMs: startMs, ages, network, neighbours });
  const authors = authorsOf(stage.chance.fork('authors'), times.length, law, next);
  const deletions = stage.chance.fork('deletions');
  const drafts = times.map((atMs, at) => ({
    atMs,
    account: authors[at] as Account,
    text: tagged(nextText(atMs), input.hashtag),
    repost: false,
    role: 'background' as const,
    deletedMs: ordinaryDeletion(deletions, atMs),
  }));
  return platformRemoval(stage.chance.fork('removal'), drafts);
}
