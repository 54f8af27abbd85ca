import { X_FOUNDED_MS } from '../blocks/account-age.ts';
import { answerTimes } from '../blocks/answer-times.ts';
import { answers } from '../blocks/answers.ts';
import { newAccount } from '../blocks/crowd.ts';
import { ordinaryDeletion } from '../blocks/ordinary-deletion.ts';
import { ordinaryTexts } from '../blocks/ordinary-text.ts';
import { ALPHA, KMAX } from '../blocks/posts-an-account.ts';
import { rosterOf } from '../blocks/roster.ts';
import { sharedOut } from '../blocks/shared-out.ts';
import { shiftMoments } from '../blocks/shift.ts';
import { tagged } from '../blocks/tagged.ts';
import { textBank } from '../blocks/text-bank.ts';
import type { Chance } from '../chance.ts';
import type { Account, Draft } from '../draft.ts';
import { drawLogNormal } from '../draw/log-normal.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  /** 49 accounts wrote 359 posts under one hashtag on one day. */
  postsAnAccount: parameter(7.7, 'M', 3, 29),
  /** Of the gamma law of how busy an account is. */
  evenness: parameter(1, 'E', 0.5, 3),
  /** Span of a day that holds nine tenths of its posts. */
  shiftHours: parameter(2.4, 'M', 1.2, 10),
  days: parameter(1, 'E', 1, 28),
  /** Share of posts at the weekend; chance would give 29 %. */
  weekendShare: parameter(0.14, 'M'),
  copies: parameter(0.57, 'M', 0.06, 0.9),
  groupPosts: parameter(10, 'M', 3, 20),
  groupMinutes: parameter(53, 'M', 1, 170),
  ageDays: parameter(700, 'M', 400, 1000),
  /** Accounts made within half a year: most of them in a branch of the farm. */
  halfYear: parameter(0, 'S', 0, 0.6),
  returnRate: parameter(0.9, 'E', 0.6, 1),
  repostShare: parameter(0.5, 'E', 0, 0.8),
  answerHours: parameter(12, 'E', 3, 24),
  alpha: ALPHA,
  kmax: KMAX,
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

const USUAL_DOSE = 0.6;
/** Of the logarithm of an age: puts one in twenty below 90 days. */
const AGE_SD = 1.25;
/** A group is this much closer to the middle of the shift than a lone post, for it is long itself. */
const GROUP_CENTRE = 0.83;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Employees work a shift that begins at `startMs`: lines to copy, and posts of their own. */
export const C7: Scenario<typeof PARAMETERS> = {
  id: 'C7',
  label: 'covert',
  title: 'troll farm: employees copy lines during a shift and write some of their own',
  parameters: PARAMETERS,
  daily: true,
  draft(input, values) {
    const stage = stageOf({ zone: 'TR', ...input }, 'C7');
    const corePosts = Math.max(1, Math.round(input.posts * (input.dose ?? USUAL_DOSE)));
    const core = farmPosts(stage, input, values, corePosts);
    const count = Math.max(0, input.posts - corePosts);
    const cutMs = values.answerHours * 60 * MINUTE_MS;
    const times = answerTimes(stage.chance.fork('answer times'), core, count, cutMs);
    const { repostShare } = values;
    return [...core, ...answers(stage, input, { to: core, times, repostShare, law: values })];
  },
};

function farmPosts(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  posts: number,
): readonly Draft[] {
  const chance = stage.chance.fork('core');
  const staff = rosterOf(chance, {
    accounts: Math.max(1, Math.round(posts / values.postsAnAccount)),
    returning: input.returning,
    returnRate: values.returnRate,
    newcomer: () => newAccount(chance, farmCreatedMs(chance, input, values)),
  });
  const authors = sharedOut(chance, staff, posts, values.evenness);
  const written = [
    ...copyGroups(stage, input, values, posts),
    ...ownPosts(stage, input, values, posts),
  ].slice(0, posts);
  return written.map(({ atMs, text }, at) => ({
    atMs,
    account: authors[at] as Account,
    text: tagged(text, input.hashtag),
    repost: false,
    role: 'core',
    deletedMs: ordinaryDeletion(chance, atMs),
  }));
}

type Written = { readonly atMs: number; readonly text: string };

/** Lines that are handed round: about ten accounts send each within an hour. */
function copyGroups(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  posts: number,
): readonly Written[] {
  const chance = stage.chance.fork('copies');
  const copies = Math.round(posts * values.copies);
  const nextMoment = shiftMoments(chance, shiftOf(stage, input, values), GROUP_CENTRE);
  const written: Written[] = [];
  while (written.length < copies) {
    const wanted = within(drawLogNormal(chance, values.groupPosts, 0.5), 3, 20);
    const [text = ''] = textBank(chance, stage.lexicon, 1);
    const centreMs = nextMoment();
    const lengthMs = within(drawLogNormal(chance, values.groupMinutes, 0.8), 1, 170) * MINUTE_MS;
    for (let copy = 0; copy < Math.min(wanted, copies - written.length + 1); copy += 1) {
      written.push({ atMs: around(chance, centreMs, lengthMs, input.startMs), text });
    }
  }
  return written;
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, Math.round(value)));
}

function around(chance: Chance, centreMs: number, lengthMs: number, fromMs: number): number {
  for (;;) {
    const atMs = centreMs + (chance.uniform() - 0.5) * lengthMs;
    if (atMs >= fromMs) return atMs;
  }
}

function ownPosts(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  posts: number,
): readonly Written[] {
  const chance = stage.chance.fork('own posts');
  const nextMoment = shiftMoments(chance, shiftOf(stage, input, values), 1);
  const nextText = ordinaryTexts(chance, stage.lexicon, undefined, { exact: 0, near: 0 });
  return Array.from({ length: posts }, () => ({ atMs: nextMoment(), text: nextText() }));
}

function shiftOf(stage: Stage, input: ScenarioInput, values: Values) {
  const { days, shiftHours, weekendShare } = values;
  return { startMs: input.startMs, zone: stage.zone, days, hours: shiftHours, weekendShare };
}

function farmCreatedMs(chance: Chance, input: ScenarioInput, values: Values): number {
  if (chance.uniform() < values.halfYear) {
    return Math.floor(input.startMs - chance.uniform() * 182 * DAY_MS);
  }
  for (;;) {
    const createdMs = input.startMs - drawLogNormal(chance, values.ageDays, AGE_SD) * DAY_MS;
    if (createdMs > X_FOUNDED_MS) return Math.floor(createdMs);
  }
}
