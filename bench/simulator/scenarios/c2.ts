import { accountCreatedMs } from '../blocks/account-age.ts';
import { crowd, newAccount } from '../blocks/crowd.ts';
import { ordinaryDeletion } from '../blocks/ordinary-deletion.ts';
import {
  edited,
  ORDINARY_LENGTHS,
  ordinaryTexts,
  sentence,
  wordCount,
} from '../blocks/ordinary-text.ts';
import { ALPHA, authorsOf, KMAX } from '../blocks/posts-an-account.ts';
import { reactionDelayMs } from '../blocks/reaction-delay.ts';
import { tagged } from '../blocks/tagged.ts';
import type { Chance } from '../chance.ts';
import type { Account, Draft } from '../draft.ts';
import { drawBeta } from '../draw/beta.ts';
import { drawExponential } from '../draw/exponential.ts';
import { pick } from '../draw/pick.ts';
import { shuffle } from '../draw/shuffle.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  coreHours: parameter(8, 'S'),
  listedMinutes: parameter(103, 'S'),
  /** Share of all posts written before the tag is listed: 4,800 of 46,000. */
  listedShare: parameter(4800 / 46_000, 'S'),
  /** Posts of others for each post of the core. */
  uptake: parameter(25, 'A', 10, 50),
  /** How fast interest fades once the tag is listed. */
  fadeMinutes: parameter(180, 'E', 60, 360),
  /** Share of the uptake that reposts; dropped where a source shows none. */
  repostShare: parameter(0.5, 'E', 0, 0.8),
  bank: parameter(60, 'S', 15, 100),
  unchanged: parameter(0.7, 'E'),
  returnRate: parameter(0.6, 'E'),
  /** With these a core account writes about twice what others do: 1.9 % of accounts, 3.9 % of posts. */
  coreAlpha: parameter(1.8, 'S', 1.8, 2.3),
  coreKmax: parameter(100, 'S'),
  alpha: ALPHA,
  kmax: KMAX,
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

const MINUTE_MS = 60_000;

/** At `startMs` a message asks real people to post lines from a text bank. */
export const C2: Scenario<typeof PARAMETERS> = {
  id: 'C2',
  label: 'covert',
  title: 'text-bank volunteers: real accounts copy lines that a message gave them',
  parameters: PARAMETERS,
  draft(input, values) {
    const stage = stageOf(input, 'C2');
    const dose = input.dose ?? 1 / (1 + values.uptake);
    const corePosts = Math.max(1, Math.round(input.posts * dose));
    const core = corePostsOf(stage, input, values, corePosts);
    return [...core, ...uptakeOf(stage, input, values, core)];
  },
};

function corePostsOf(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  posts: number,
): readonly Draft[] {
  const chance = stage.chance.fork('core');
  const law = { alpha: values.coreAlpha, kmax: values.coreKmax };
  const authors = authorsOf(chance, posts, law, coreAccounts(stage, input, values));
  const nextText = bankTexts(stage, input.hashtag, values);
  return authors.map((account) => ({
    atMs: input.startMs + drawBeta(chance, 1.5, 3) * values.coreHours * 60 * MINUTE_MS,
    account,
    text: nextText(),
    repost: false,
    role: 'core',
    deletedMs: null,
  }));
}

/** Six of ten come from earlier pushes, as far as those had so many. */
function coreAccounts(stage: Stage, input: ScenarioInput, values: Values): () => Account {
  const chance = stage.chance.fork('core accounts');
  const veterans = shuffle(chance, input.returning ?? []);
  return () => {
    const veteran = chance.uniform() < values.returnRate ? veterans.pop() : undefined;
    return veteran ?? newAccount(chance, accountCreatedMs(chance, input.startMs, 'active'));
  };
}

/** A line of the bank: most send it as it is, the others change a little by hand. */
function bankTexts(stage: Stage, hashtag: string, values: Values): () => string {
  const chance = stage.chance.fork('bank');
  const bank = Array.from({ length: values.bank }, () =>
    sentence(chance, stage.lexicon, Math.max(8, wordCount(chance, ORDINARY_LENGTHS))),
  );
  const edits = [
    (line: string) => tagged(`@${stage.lexicon.word(chance)} ${line}`, hashtag),
    (line: string) => tagged(`${line} ${pick(chance, ['✊', '🙏', '💐', '👍', '🔥'])}`, hashtag),
    (line: string) => `#${hashtag} ${line}`,
    (line: string) => {
      const words = 2 + Math.floor(chance.uniform() * 3);
      return tagged(edited(chance, line, stage.lexicon, words), hashtag);
    },
  ];
  return () => {
    const line = pick(chance, bank);
    return chance.uniform() < values.unchanged ? tagged(line, hashtag) : pick(chance, edits)(line);
  };
}

/** Others who answer what they see: first the core's posts, then the trend list. */
function uptakeOf(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  core: readonly Draft[],
): readonly Draft[] {
  const chance = stage.chance.fork('uptake');
  const times = uptakeTimes(chance, input, values, core);
  const nextAccount = crowd(chance.fork('crowd'), {
    atMs: input.startMs,
    ages: 'active',
    neighbours: input.neighbours,
  });
  const authors = authorsOf(chance.fork('authors'), times.length, values, nextAccount);
  const nextText = ordinaryTexts(chance.fork('texts'), stage.lexicon);
  const seen = core
    .toSorted((one, other) => one.atMs - other.atMs)
    .map(({ atMs, text }) => ({ atMs, text }));
  return times.map((atMs, at) => {
    const repost = chance.uniform() < values.repostShare && (seen[0]?.atMs ?? atMs) < atMs;
    const text = repost ? recent(chance, seen, atMs) : tagged(nextText(), input.hashtag);
    if (!repost) seen.push({ atMs, text });
    return {
      atMs,
      account: authors[at] as Account,
      text,
      repost,
      role: 'uptake',
      deletedMs: ordinaryDeletion(chance, atMs),
    };
  });
}

/** Something written before, as a repost shows it. */
function recent(
  chance: Chance,
  seen: readonly { readonly atMs: number; readonly text: string }[],
  atMs: number,
): string {
  for (;;) {
    const post = pick(chance, seen);
    if (post.atMs < atMs) return post.text;
  }
}

function uptakeTimes(
  chance: Chance,
  input: ScenarioInput,
  values: Values,
  core: readonly Draft[],
): readonly number[] {
  const listedMs = input.startMs + values.listedMinutes * MINUTE_MS;
  const early = core.filter(({ atMs }) => atMs < listedMs);
  const posts = Math.max(0, input.posts - core.length);
  const beforeListing =
    early.length === 0
      ? 0
      : Math.min(posts, Math.max(0, Math.round(input.posts * values.listedShare) - early.length));
  return [
    ...Array.from({ length: beforeListing }, () => answerTime(chance, early, listedMs)),
    ...Array.from(
      { length: posts - beforeListing },
      () => listedMs + drawExponential(chance, values.fadeMinutes * MINUTE_MS),
    ),
  ].toSorted((one, other) => one - other);
}

/** The time of an answer to one of the core's posts, before the tag is listed. */
function answerTime(chance: Chance, early: readonly Draft[], listedMs: number): number {
  for (;;) {
    const atMs = pick(chance, early).atMs + reactionDelayMs(chance);
    if (atMs < listedMs) return atMs;
  }
}
