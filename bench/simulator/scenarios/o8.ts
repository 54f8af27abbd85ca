import { accountCreatedMs } from '../blocks/account-age.ts';
import { crowd, newAccount } from '../blocks/crowd.ts';
import { ordinaryDeletion } from '../blocks/ordinary-deletion.ts';
import {
  ORDINARY_COPIES,
  ordinaryTexts,
  sentence,
  type TextLengths,
} from '../blocks/ordinary-text.ts';
import { authorsOf } from '../blocks/posts-an-account.ts';
import { tagged } from '../blocks/tagged.ts';
import { timeOfDay } from '../blocks/time-of-day.ts';
import type { Account, Draft } from '../draft.ts';
import { drawExponential } from '../draw/exponential.ts';
import { drawGamma } from '../draw/gamma.ts';
import { pick } from '../draw/pick.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  /** Share of the day's posts that greet the hashtag at once. */
  startShare: parameter(0.13, 'E'),
  startShape: parameter(1.5, 'E'),
  startScaleMinutes: parameter(4, 'E'),
  hours: parameter(24, 'S'),
  /** Not everybody stops on the hour. */
  lateMinutes: parameter(30, 'E', 10, 90),
  /** With this trough the busiest minute of the clock is 1.8 times its mean. */
  trough: parameter(0.24, 'S', 0.08, 0.24),
  alpha: parameter(1.7, 'S'),
  kmax: parameter(300, 'S'),
  sloganShare: parameter(0.25, 'E', 0.1, 0.4),
  slogans: parameter(8, 'E', 3, 20),
  /** Accounts made this month for the vote; 45 % in one disputed case. */
  newAccounts: parameter(0, 'S', 0, 0.45),
  returnRate: parameter(0.5, 'E', 0.3, 0.7),
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

const HOUR_MS = 3_600_000;
const MONTH_MS = 30 * 86_400_000;
const FAN_LENGTHS: TextLengths = { low: 6, median: 14, high: 28 };

/** A fan board reveals the hashtag of the day at `startMs`, just before local midnight. */
export const O8: Scenario<typeof PARAMETERS> = {
  id: 'O8',
  label: 'open',
  title: 'fan party, announced beforehand: thousands write all day because they agreed to',
  parameters: PARAMETERS,
  draft(input, values) {
    const stage = stageOf(input, 'O8');
    const fans = Math.round(input.posts * (input.dose ?? 1));
    return [
      ...posted(stage, input, values, { count: fans, role: 'core' }),
      ...posted(stage, input, values, { count: input.posts - fans, role: 'uptake' }),
    ];
  },
};

type Part = { readonly count: number; readonly role: 'core' | 'uptake' };

function posted(stage: Stage, input: ScenarioInput, values: Values, part: Part): readonly Draft[] {
  const chance = stage.chance.fork(part.role);
  const isFan = part.role === 'core';
  const nextAccount = isFan
    ? fanAccounts(stage, input, values)
    : crowd(chance.fork('crowd'), { atMs: input.startMs, ages: 'active', network: input.network });
  const authors = authorsOf(chance.fork('authors'), part.count, values, nextAccount);
  const nextText = isFan
    ? fanTexts(stage, values)
    : ordinaryTexts(chance.fork('texts'), stage.lexicon);
  return authors.map((account) => {
    const atMs = postTime(stage, input, values, isFan);
    return {
      atMs,
      account,
      text: tagged(nextText(), input.hashtag),
      repost: false,
      role: part.role,
      deletedMs: ordinaryDeletion(chance, atMs),
    };
  });
}

function postTime(stage: Stage, input: ScenarioInput, values: Values, isFan: boolean): number {
  const { chance, zone } = stage;
  if (isFan && chance.uniform() < values.startShare) {
    const minutes = drawGamma(chance, values.startShape, values.startScaleMinutes);
    return input.startMs + minutes * 60_000;
  }
  const span = { fromMs: input.startMs, toMs: input.startMs + values.hours * HOUR_MS };
  const lateMs = drawExponential(chance, values.lateMinutes * 60_000);
  return timeOfDay(chance, span, zone, values.trough) + lateMs;
}

/** Fans come back from party to party; in a vote season many accounts are new. */
function fanAccounts(stage: Stage, input: ScenarioInput, values: Values): () => Account {
  const chance = stage.chance.fork('fans');
  const veterans = input.returning ?? [];
  return () => {
    if (veterans.length > 0 && chance.uniform() < values.returnRate) return pick(chance, veterans);
    const createdMs =
      chance.uniform() < values.newAccounts
        ? input.startMs - chance.uniform() * MONTH_MS
        : accountCreatedMs(chance, input.startMs, 'public', input.network);
    return newAccount(chance, Math.floor(createdMs));
  };
}

function fanTexts(stage: Stage, values: Values): () => string {
  const chance = stage.chance.fork('fan texts');
  const slogans = Array.from({ length: values.slogans }, () =>
    sentence(chance, stage.lexicon, 6 + Math.floor(chance.uniform() * 6)),
  );
  const own = ordinaryTexts(chance, stage.lexicon, FAN_LENGTHS, ORDINARY_COPIES);
  return () => (chance.uniform() < values.sloganShare ? pick(chance, slogans) : own());
}
