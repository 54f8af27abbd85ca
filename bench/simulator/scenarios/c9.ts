import { accountCreatedMs } from '../blocks/account-age.ts';
import { newAccount } from '../blocks/crowd.ts';
import { ordinaryTexts } from '../blocks/ordinary-text.ts';
import { ordinaryUptake } from '../blocks/ordinary-uptake.ts';
import { ALPHA, authorsOf, KMAX } from '../blocks/posts-an-account.ts';
import { withReturning } from '../blocks/roster.ts';
import { tagged } from '../blocks/tagged.ts';
import { handEdited, textBank } from '../blocks/text-bank.ts';
import type { Account, Draft } from '../draft.ts';
import { drawExponential } from '../draw/exponential.ts';
import { pick } from '../draw/pick.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  /** The surge at its full rate: 400 posts a minute for an hour are 22 % of one tag's 107,000. */
  surgeMinutes: parameter(60, 'E', 20, 180),
  surgeShare: parameter(0.22, 'C', 0.1, 0.6),
  fadeHours: parameter(4, 'E', 1, 8),
  copies: parameter(0.5, 'E', 0.3, 0.7),
  bank: parameter(100, 'E', 20, 300),
  /** Of the copies: lines that software varies. */
  varied: parameter(0.3, 'E', 0, 0.6),
  /** Accounts made for this tag, in batches. */
  newAccounts: parameter(0.4, 'E', 0.2, 0.6),
  batches: parameter(5, 'E', 2, 12),
  batchDays: parameter(30, 'E', 7, 90),
  /** Accounts of the last tag that survived and serve again. */
  returnRate: parameter(0.5, 'E', 0.3, 0.7),
  coreAlpha: parameter(1.7, 'E', 1.5, 2),
  coreKmax: parameter(100, 'E'),
  uptakeHours: parameter(5, 'E', 2, 10),
  alpha: ALPHA,
  kmax: KMAX,
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

const USUAL_DOSE = 0.5;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** From `startMs` software writes at a steady rate through many accounts; the tag fades in the day. */
export const C9: Scenario<typeof PARAMETERS> = {
  id: 'C9',
  label: 'covert',
  title: 'software-driven surge: a flat early hour by many new accounts, faded by night',
  parameters: PARAMETERS,
  draft(input, values) {
    const stage = stageOf(input, 'C9');
    const corePosts = Math.max(1, Math.round(input.posts * (input.dose ?? USUAL_DOSE)));
    const times = stage.chance.fork('uptake times');
    return [
      ...softwarePosts(stage, input, values, corePosts),
      ...ordinaryUptake(stage, input, {
        posts: input.posts - corePosts,
        law: values,
        role: 'uptake',
        nextTime: () => input.startMs + drawExponential(times, values.uptakeHours * HOUR_MS),
      }),
    ];
  },
};

function softwarePosts(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  posts: number,
): readonly Draft[] {
  const chance = stage.chance.fork('software');
  const law = { alpha: values.coreAlpha, kmax: values.coreKmax };
  const nextText = softwareTexts(stage, values);
  const made = authorsOf(chance, posts, law, softwareAccounts(stage, input, values));
  const { returning } = input;
  const survivors = { returning, returnRate: values.returnRate };
  return withReturning(chance, made, survivors).map((account) => ({
    atMs: input.startMs + surgeOffset(chance.uniform(), values),
    account,
    text: tagged(nextText(), input.hashtag),
    repost: false,
    role: 'core',
    deletedMs: null,
  }));
}

/** Inverse of the share written by a time: flat through the surge, then a decay. Milliseconds. */
function surgeOffset(share: number, values: Values): number {
  const surgeMs = values.surgeMinutes * MINUTE_MS;
  if (share < values.surgeShare) return (share / values.surgeShare) * surgeMs;
  const left = (1 - share) / (1 - values.surgeShare);
  return surgeMs - values.fadeHours * HOUR_MS * Math.log(left);
}

function softwareTexts(stage: Stage, values: Values): () => string {
  const chance = stage.chance.fork('software texts');
  const bank = textBank(chance, stage.lexicon, values.bank);
  const own = ordinaryTexts(chance, stage.lexicon);
  return () => {
    if (chance.uniform() >= values.copies) return own();
    const line = pick(chance, bank);
    return chance.uniform() < values.varied ? handEdited(chance, stage.lexicon, line) : line;
  };
}

/** Of those who did not serve before many are new, made on a few days. */
function softwareAccounts(stage: Stage, input: ScenarioInput, values: Values): () => Account {
  const chance = stage.chance.fork('software accounts');
  const batchMs = Array.from(
    { length: values.batches },
    () => input.startMs - (1 + Math.floor(chance.uniform() * values.batchDays)) * DAY_MS,
  );
  return () => {
    const createdMs =
      chance.uniform() < values.newAccounts
        ? Math.floor(pick(chance, batchMs) - chance.uniform() * 6 * HOUR_MS)
        : accountCreatedMs(chance, input.startMs, 'active');
    return newAccount(chance, createdMs);
  };
}
