import type { Account, Draft } from '../draft.ts';
import type { ScenarioInput } from '../scenario.ts';
import type { Stage } from '../stage.ts';
import { crowd } from './crowd.ts';
import { ordinaryDeletion } from './ordinary-deletion.ts';
import { ordinaryTexts } from './ordinary-text.ts';
import { authorsOf } from './posts-an-account.ts';
import { tagged } from './tagged.ts';

type Crowd = {
  readonly posts: number;
  /** Exponent and cut of posts an account. */
  readonly law: { readonly alpha: number; readonly kmax: number };
  readonly role: 'uptake' | 'background';
  /** When the next of them writes, epoch milliseconds. */
  nextTime(): number;
};

/** Ordinary people who write in their own words around what an organiser does. */
export function ordinaryUptake(
  stage: Stage,
  input: ScenarioInput,
  { posts, law, role, nextTime }: Crowd,
): readonly Draft[] {
  const chance = stage.chance.fork('ordinary people');
  const nextAccount = crowd(chance.fork('crowd'), {
    atMs: input.startMs,
    ages: 'active',
    neighbours: input.neighbours,
  });
  const authors = authorsOf(chance.fork('authors'), posts, law, nextAccount);
  const nextText = ordinaryTexts(chance.fork('texts'), stage.lexicon);
  return authors.map((account: Account) => {
    const atMs = nextTime();
    return {
      atMs,
      account,
      text: tagged(nextText(), input.hashtag),
      repost: false,
      role,
      deletedMs: ordinaryDeletion(chance, atMs),
    };
  });
}
