import { accountCreatedMs } from '../blocks/account-age.ts';
import { newAccount } from '../blocks/crowd.ts';
import { TROUGH } from '../blocks/local-clock.ts';
import { ordinaryDeletion } from '../blocks/ordinary-deletion.ts';
import { edited, sentence } from '../blocks/ordinary-text.ts';
import { ordinaryUptake } from '../blocks/ordinary-uptake.ts';
import { ALPHA, KMAX } from '../blocks/posts-an-account.ts';
import { tagged } from '../blocks/tagged.ts';
import { timeOfDay } from '../blocks/time-of-day.ts';
import type { Chance } from '../chance.ts';
import type { Account, Draft } from '../draft.ts';
import { drawLogNormal } from '../draw/log-normal.ts';
import { pick } from '../draw/pick.ts';
import { shuffle } from '../draw/shuffle.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  days: parameter(3, 'E', 1, 14),
  /** Mails that ask everybody to share; the first goes out at `startMs`. */
  mails: parameter(3, 'E', 1, 8),
  /** Share of posts that answer a mail; the rest find the button by themselves. */
  mailShare: parameter(0.6, 'E', 0.2, 0.9),
  /** From the mail to the post; `mailSd` is that of the logarithm. */
  mailMinutes: parameter(40, 'E', 15, 120),
  mailSd: parameter(1.2, 'E', 0.8, 1.6),
  postsAnAccount: parameter(1.05, 'E'),
  unchanged: parameter(0.9, 'S', 0.8, 0.95),
  /** Share of posts that keep the link of the petition: from a half on it is a share button to us. */
  linkShare: parameter(0.3, 'E', 0, 1),
  returnRate: parameter(0.05, 'E', 0, 0.1),
  trough: TROUGH,
  /** Of those who write about it in their own words; with a dose below 1. */
  alpha: ALPHA,
  kmax: KMAX,
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

const DAY_MS = 86_400_000;
/** Nobody answers a mail later than this. */
const MAIL_CUT_MS = DAY_MS;

/** A petition with a button that posts its text; the first mail goes out at `startMs`. */
export const O10: Scenario<typeof PARAMETERS> = {
  id: 'O10',
  label: 'open',
  title: 'petition: thousands of strangers press one share button, once each',
  parameters: PARAMETERS,
  draft(input, values) {
    const stage = stageOf(input, 'O10');
    const signers = Math.max(1, Math.round(input.posts * (input.dose ?? 1)));
    const uptake = stage.chance.fork('uptake');
    return [
      ...shared(stage, input, values, signers),
      ...ordinaryUptake(stage, input, {
        posts: input.posts - signers,
        law: values,
        role: 'uptake',
        nextTime: () => clockTime(uptake, stage, input, values),
      }),
    ];
  },
};

function shared(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  posts: number,
): readonly Draft[] {
  const chance = stage.chance.fork('shared');
  const mails = mailsOf(chance, input, values);
  const nextText = buttonTexts(stage, values);
  return signersOf(stage, input, values, posts).map((account) => {
    const atMs =
      chance.uniform() < values.mailShare
        ? pick(chance, mails) + answerMs(chance, values)
        : clockTime(chance, stage, input, values);
    return {
      atMs,
      account,
      text: tagged(nextText(), input.hashtag),
      repost: false,
      role: 'core',
      deletedMs: ordinaryDeletion(chance, atMs),
    };
  });
}

/** The first at the start, the others at working hours of days after it. */
function mailsOf(chance: Chance, input: ScenarioInput, values: Values): readonly number[] {
  return Array.from({ length: values.mails }, (_, at) =>
    at === 0 ? input.startMs : input.startMs + chance.uniform() * (values.days - 0.5) * DAY_MS,
  );
}

function answerMs(chance: Chance, { mailMinutes, mailSd }: Values): number {
  for (;;) {
    const ms = drawLogNormal(chance, mailMinutes, mailSd) * 60_000;
    if (ms < MAIL_CUT_MS) return ms;
  }
}

function clockTime(chance: Chance, stage: Stage, input: ScenarioInput, values: Values): number {
  const span = { fromMs: input.startMs, toMs: input.startMs + values.days * DAY_MS };
  return timeOfDay(chance, span, stage.zone, values.trough);
}

/** Strangers: hardly one of them signs twice, or signed an earlier petition. */
function signersOf(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  posts: number,
): readonly Account[] {
  const chance = stage.chance.fork('signers');
  const earlier = shuffle(chance, input.returning ?? []);
  const authors: Account[] = [];
  while (authors.length < posts) {
    const known = chance.uniform() < values.returnRate ? earlier.pop() : undefined;
    const account =
      known ?? newAccount(chance, accountCreatedMs(chance, input.startMs, 'public', input.network));
    authors.push(account);
    if (chance.uniform() < values.postsAnAccount - 1 && authors.length < posts)
      authors.push(account);
  }
  return shuffle(chance, authors);
}

/** The text of the button; one in ten adds or changes a few words. */
function buttonTexts(stage: Stage, values: Values): () => string {
  const chance = stage.chance.fork('button');
  const text = sentence(chance, stage.lexicon, 16 + Math.floor(chance.uniform() * 10));
  return () => {
    const own = chance.uniform() < values.unchanged ? text : changed(chance, stage, text);
    return chance.uniform() < values.linkShare ? `${own} https://petition.example/p` : own;
  };
}

function changed(chance: Chance, stage: Stage, text: string): string {
  const words = 1 + Math.floor(chance.uniform() * 4);
  return chance.uniform() < 0.5
    ? edited(chance, text, stage.lexicon, words)
    : `${sentence(chance, stage.lexicon, 2 + words)} ${text}`;
}
