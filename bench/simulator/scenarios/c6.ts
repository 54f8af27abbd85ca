import { accountCreatedMs } from '../blocks/account-age.ts';
import { answerTimes } from '../blocks/answer-times.ts';
import { answers } from '../blocks/answers.ts';
import { newAccount } from '../blocks/crowd.ts';
import { ordinaryDeletion } from '../blocks/ordinary-deletion.ts';
import { ordinaryTexts, type TextLengths } from '../blocks/ordinary-text.ts';
import { ALPHA, KMAX } from '../blocks/posts-an-account.ts';
import { rosterOf } from '../blocks/roster.ts';
import { tagged } from '../blocks/tagged.ts';
import type { Chance } from '../chance.ts';
import type { Account, Draft } from '../draft.ts';
import { drawExponential } from '../draw/exponential.ts';
import { pick } from '../draw/pick.ts';
import { shuffle } from '../draw/shuffle.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  accountsAPerson: parameter(5, 'P'),
  /** Twenty people with five accounts each make a room; a smaller event has a smaller one. */
  postsAnAccount: parameter(12, 'E', 6, 24),
  /** Between two accounts, when one person goes through them. */
  turnSeconds: parameter(60, 'E', 20, 180),
  /** Rate in the rush hours, 7 to 9 and 16 to 19 h local, over that of the office hours between. */
  rush: parameter(2, 'E', 1, 4),
  smallTalk: parameter(0.3, 'E', 0, 0.6),
  returnRate: parameter(0.9, 'E', 0.6, 1),
  repostShare: parameter(0.3, 'E', 0, 0.8),
  answerHours: parameter(12, 'E', 3, 24),
  alpha: ALPHA,
  kmax: KMAX,
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

const USUAL_DOSE = 0.5;
const HOUR_MS = 3_600_000;
const CHAT: TextLengths = { low: 4, median: 7, high: 12 };

/** People in a room write through the working hours of the day that follows `startMs`. */
export const C6: Scenario<typeof PARAMETERS> = {
  id: 'C6',
  label: 'covert',
  title: 'buzzer room: twenty people write for a hundred accounts, in their own words',
  parameters: PARAMETERS,
  daily: true,
  draft(input, values) {
    const stage = stageOf({ zone: 'ID', ...input }, 'C6');
    const corePosts = Math.max(1, Math.round(input.posts * (input.dose ?? USUAL_DOSE)));
    const core = roomPosts(stage, input, values, corePosts);
    const count = Math.max(0, input.posts - corePosts);
    const cutMs = values.answerHours * HOUR_MS;
    const times = answerTimes(stage.chance.fork('answer times'), core, count, cutMs);
    const { repostShare } = values;
    return [...core, ...answers(stage, input, { to: core, times, repostShare, law: values })];
  },
};

/** Again and again somebody sits down and goes through their accounts, one post each. */
function roomPosts(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  posts: number,
): readonly Draft[] {
  const chance = stage.chance.fork('core');
  const people = peopleOf(stage, input, values, posts);
  const nextText = roomTexts(stage, values);
  const drafts: Draft[] = [];
  while (drafts.length < posts) {
    let atMs = sittingMs(stage, chance, input, values);
    for (const account of shuffle(chance, pick(chance, people))) {
      const text = tagged(nextText(), input.hashtag);
      const deletedMs = ordinaryDeletion(chance, atMs);
      drafts.push({ atMs, account, text, repost: false, role: 'core', deletedMs });
      atMs += drawExponential(chance, values.turnSeconds * 1000);
    }
  }
  return drafts.slice(0, posts);
}

/** Each person's accounts. */
function peopleOf(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  posts: number,
): readonly (readonly Account[])[] {
  const chance = stage.chance.fork('room');
  const { accountsAPerson, postsAnAccount, returnRate } = values;
  const people = Math.max(1, Math.round(posts / postsAnAccount / accountsAPerson));
  const accounts = rosterOf(chance, {
    accounts: people * accountsAPerson,
    returning: input.returning,
    returnRate,
    newcomer: () => newAccount(chance, accountCreatedMs(chance, input.startMs, 'active')),
  });
  return Array.from({ length: people }, (_, at) =>
    accounts.slice(at * accountsAPerson, (at + 1) * accountsAPerson),
  );
}

/** A working moment of the 24 hours after the start. */
function sittingMs(stage: Stage, chance: Chance, input: ScenarioInput, values: Values): number {
  for (;;) {
    const atMs = input.startMs + chance.uniform() * 24 * HOUR_MS;
    if (chance.uniform() * values.rush < staffing(stage.localHour(atMs), values.rush)) return atMs;
  }
}

function staffing(hour: number, rush: number): number {
  if (hour < 7 || hour >= 19) return 0;
  return hour < 9 || hour >= 16 ? rush : 1;
}

/** Everybody finds their own words; chat in between makes the accounts look lived in. */
function roomTexts(stage: Stage, values: Values): () => string {
  const chance = stage.chance.fork('room texts');
  const own = { exact: 0, near: 0 };
  const chat = ordinaryTexts(chance, stage.lexicon, CHAT, own);
  const onMessage = ordinaryTexts(chance, stage.lexicon, undefined, own);
  return () => (chance.uniform() < values.smallTalk ? chat() : onMessage());
}
