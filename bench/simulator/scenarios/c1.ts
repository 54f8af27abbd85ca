import { X_FOUNDED_MS } from '../blocks/account-age.ts';
import { crowd, newAccount } from '../blocks/crowd.ts';
import { ordinaryDeletion } from '../blocks/ordinary-deletion.ts';
import { ordinaryTexts } from '../blocks/ordinary-text.ts';
import { ALPHA, authorsOf, KMAX } from '../blocks/posts-an-account.ts';
import { tagged } from '../blocks/tagged.ts';
import type { Chance } from '../chance.ts';
import type { Account, Draft } from '../draft.ts';
import { drawExponential } from '../draw/exponential.ts';
import { drawLogNormal } from '../draw/log-normal.ts';
import { drawNormal } from '../draw/normal.ts';
import { pick } from '../draw/pick.ts';
import { shuffle } from '../draw/shuffle.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  /** Length of an attack; at 1,150 accounts 43 s are 28 posts a second. */
  attackSeconds: parameter(43, 'M', 30, 90),
  attackSecondsSd: parameter(0.42, 'M'),
  rampSeconds: parameter(4.5, 'M', 1, 20),
  rushShare: parameter(0.2, 'M'),
  /** Share of posts in the first ten seconds of an attack that rushes. */
  rush: parameter(0.6, 'M', 0.45, 0.8),
  gapHours: parameter(1.3, 'M', 0.1, 9),
  lastMinutesShare: parameter(0.45, 'M'),
  attackAccounts: parameter(1150, 'M', 300, 1360),
  onceShare: parameter(0.94, 'M'),
  pools: parameter(4, 'M', 3, 5),
  /** Size of a pool over the accounts of one attack: 900 to 1,650 over 1,150. */
  poolFactor: parameter(1.1, 'M', 1, 1.43),
  /** Accounts of an attack that attacked before, as far as the earlier attacks had so many. */
  returnRate: parameter(0.999, 'M'),
  equalTexts: parameter(0.0004, 'M'),
  /** Median life of an attack's posts. */
  lifeSeconds: parameter(53, 'M', 35, 120),
  lifeSecondsSd: parameter(0.2, 'M'),
  /** From the tenth to the ninetieth percentile of lives inside one attack. */
  lifeWidthSeconds: parameter(18, 'M', 7, 30),
  ageDays: parameter(760, 'M', 540, 898),
  /** After the attack the tag is listed, and people ask what it is. */
  listedMinutes: parameter(5, 'E', 2, 30),
  uptakeMinutes: parameter(60, 'E', 30, 180),
  alpha: ALPHA,
  kmax: KMAX,
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

/** Bot text was 48 % (30 to 94 %) of a listed tag's sampled posts. */
const USUAL_DOSE = 0.48;
/** Of the logarithm of an age: puts one in a thousand below 30 days. */
const AGE_SD = 1.05;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Bots write random words on one tag and delete them at once; the first attack begins at `startMs`. */
export const C1: Scenario<typeof PARAMETERS> = {
  id: 'C1',
  label: 'covert',
  title: 'ephemeral attack: bots fill the tag for a minute and delete what they wrote',
  parameters: PARAMETERS,
  draft(input, values) {
    const stage = stageOf(input, 'C1');
    const corePosts = Math.max(1, Math.round(input.posts * (input.dose ?? USUAL_DOSE)));
    const starts = attackStarts(stage, input, values, corePosts);
    const perAttack = Math.round(corePosts / starts.length);
    const pools = poolsOf(stage, input, values, perAttack);
    const core = starts.flatMap((startMs, at) => {
      const chance = stage.chance.fork(`attack ${at}`);
      return attack(stage, chance, input, values, {
        startMs,
        posts: perAttack,
        pool: pick(chance, pools),
      });
    });
    return [...core, ...uptake(stage, input, values, starts, input.posts - corePosts)];
  },
};

/** As many attacks as the posts make at the usual size; a small event is one small attack. */
function attackStarts(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  corePosts: number,
): readonly number[] {
  const chance = stage.chance.fork('starts');
  const postsAnAttack = values.attackAccounts * (2 - values.onceShare);
  const starts = [input.startMs];
  while (starts.length < Math.round(corePosts / postsAnAttack)) {
    starts.push(nextStart(stage, chance, values, starts.at(-1) as number));
  }
  return starts;
}

/** From 13 to 23 h and at 07 h local time; nearly half in the last five minutes of an hour. */
function nextStart(stage: Stage, chance: Chance, values: Values, lastMs: number): number {
  const gapHours = Math.min(9, Math.max(0.1, drawLogNormal(chance, values.gapHours, 0.9)));
  let startMs = lastMs + gapHours * HOUR_MS;
  while (!isWorkingHour(stage.localHour(startMs))) startMs += HOUR_MS;
  // One in twelve falls there by itself.
  if (chance.uniform() >= (values.lastMinutesShare - 1 / 12) / (1 - 1 / 12)) return startMs;
  const hourMs = Math.floor(startMs / HOUR_MS) * HOUR_MS;
  return hourMs + (55 + 5 * chance.uniform()) * 60_000;
}

function isWorkingHour(hour: number): boolean {
  return Math.floor(hour) === 7 || (hour >= 13 && hour < 24);
}

function poolsOf(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  perAttack: number,
): readonly (readonly Account[])[] {
  const chance = stage.chance.fork('pools');
  const size = Math.ceil((perAttack / (2 - values.onceShare)) * values.poolFactor);
  const veterans = [...(input.returning ?? [])];
  // Pools that were seen attack again before others are opened.
  const known = Math.min(values.pools, Math.ceil(veterans.length / size));
  return Array.from({ length: known === 0 ? values.pools : known }, () =>
    Array.from({ length: size }, () => {
      const isVeteran = veterans.length > 0 && chance.uniform() < values.returnRate;
      const veteran = isVeteran ? veterans.shift() : undefined;
      return veteran ?? newAccount(chance, botCreatedMs(chance, input, values));
    }),
  );
}

/** Aged accounts, bought or hacked: one in a thousand is younger than a month. */
function botCreatedMs(chance: Chance, input: ScenarioInput, values: Values): number {
  for (;;) {
    const createdMs = input.startMs - drawLogNormal(chance, values.ageDays, AGE_SD) * DAY_MS;
    if (createdMs > X_FOUNDED_MS) return Math.floor(createdMs);
  }
}

type Attack = {
  readonly startMs: number;
  readonly posts: number;
  readonly pool: readonly Account[];
};

function attack(
  stage: Stage,
  chance: Chance,
  input: ScenarioInput,
  values: Values,
  { startMs, posts, pool }: Attack,
): readonly Draft[] {
  const authors = attackAuthors(chance, pool, posts, values);
  const offsets = attackOffsets(chance, posts, values);
  const nextText = randomWords(stage, chance, input.hashtag, values);
  const lives = livesOf(chance, offsets, values);
  return offsets.map((offsetS, at) => ({
    atMs: startMs + offsetS * 1000,
    account: authors[at] as Account,
    text: nextText(),
    repost: false,
    role: 'core',
    deletedMs: startMs + (offsetS + (lives[at] as number)) * 1000,
  }));
}

/** 94 of 100 accounts post once, the others twice. */
function attackAuthors(
  chance: Chance,
  pool: readonly Account[],
  posts: number,
  values: Values,
): readonly Account[] {
  const drawn = shuffle(chance, pool);
  const authors: Account[] = [];
  for (let at = 0; authors.length < posts; at += 1) {
    const account = drawn[at % drawn.length] as Account;
    authors.push(account);
    if (chance.uniform() >= values.onceShare && authors.length < posts) authors.push(account);
  }
  return shuffle(chance, authors);
}

/** Seconds from the start of the attack, ascending: a short ramp, then flat to a sharp end. */
function attackOffsets(chance: Chance, posts: number, values: Values): readonly number[] {
  const median = values.attackSeconds;
  const seconds = drawLogNormal(chance, median, values.attackSecondsSd);
  const ramp = Math.min(seconds / 2, values.rampSeconds);
  const rushes = seconds > 10 && chance.uniform() < values.rushShare;
  const offset = () => {
    if (!rushes) return rampedOffset(chance.uniform(), seconds, ramp);
    if (chance.uniform() < values.rush)
      return rampedOffset(chance.uniform(), 10, Math.min(5, ramp));
    return 10 + chance.uniform() * (seconds - 10);
  };
  return Array.from({ length: posts }, offset).toSorted((one, other) => one - other);
}

/** Inverse of the share written by a time when the rate climbs evenly over `ramp` and then stays. */
function rampedOffset(share: number, seconds: number, ramp: number): number {
  const mass = share * (seconds - ramp / 2);
  return mass < ramp / 2 ? Math.sqrt(2 * ramp * mass) : mass + ramp / 2;
}

/** Posts go in the order they came, a little more slowly: later ones live longer. Seconds. */
function livesOf(chance: Chance, offsets: readonly number[], values: Values): readonly number[] {
  const drawn = drawLogNormal(chance, values.lifeSeconds, values.lifeSecondsSd);
  const median = Math.min(120, Math.max(35, drawn));
  // Eight tenths of the posts lie between the percentiles: three quarters of the width is drift.
  const drift = (0.75 * values.lifeWidthSeconds) / 0.8;
  const noise = (0.25 * values.lifeWidthSeconds) / 2.56;
  return offsets.map((_, at) => {
    const place = at / Math.max(1, offsets.length - 1) - 0.5;
    return Math.max(5, median + drift * place + noise * drawNormal(chance));
  });
}

/** Three to ten dictionary words; the keyword last in 39 %, inside in 48 %, first in 13 %. */
function randomWords(stage: Stage, chance: Chance, hashtag: string, values: Values): () => string {
  const written: string[] = [];
  return () => {
    if (written.length > 0 && chance.uniform() < values.equalTexts) return pick(chance, written);
    const count = Math.min(10, Math.max(3, Math.round(6 + 1.8 * drawNormal(chance))));
    // Of a dictionary every word is as likely as the next.
    const words = Array.from({ length: count }, () => pick(chance, stage.lexicon.words));
    words.splice(keywordPlace(chance, count), 0, `#${hashtag}`);
    written.push(words.join(' '));
    return words.join(' ');
  };
}

function keywordPlace(chance: Chance, words: number): number {
  const place = chance.uniform();
  if (place < 0.39) return words;
  if (place < 0.87) return 1 + Math.floor(chance.uniform() * (words - 1));
  return 0;
}

/** People who see the tag listed and write about it, with no part in the attack. */
function uptake(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  starts: readonly number[],
  posts: number,
): readonly Draft[] {
  const chance = stage.chance.fork('uptake');
  const nextAccount = crowd(chance, {
    atMs: input.startMs,
    ages: 'active',
    neighbours: input.neighbours,
  });
  const nextText = ordinaryTexts(chance, stage.lexicon);
  return authorsOf(chance, posts, values, nextAccount).map((account) => {
    const listedMs = pick(chance, starts) + values.listedMinutes * 60_000;
    const atMs = listedMs + drawExponential(chance, values.uptakeMinutes * 60_000);
    return {
      atMs,
      account,
      text: tagged(nextText(), input.hashtag),
      repost: false,
      role: 'uptake',
      deletedMs: ordinaryDeletion(chance, atMs),
    };
  });
}
