import { accountCreatedMs } from '../blocks/account-age.ts';
import { newAccount } from '../blocks/crowd.ts';
import { localClock, ZONES } from '../blocks/local-clock.ts';
import { ordinaryUptake } from '../blocks/ordinary-uptake.ts';
import { ALPHA, KMAX } from '../blocks/posts-an-account.ts';
import { rosterOf } from '../blocks/roster.ts';
import { tagged } from '../blocks/tagged.ts';
import { handEdited, textBank } from '../blocks/text-bank.ts';
import { timeOfDay } from '../blocks/time-of-day.ts';
import type { Account, Draft } from '../draft.ts';
import { pick } from '../draw/pick.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  days: parameter(3, 'E', 2, 7),
  /** Sixty accounts share ten posts an hour for three days. */
  postsAnAccount: parameter(12, 'E', 6, 18),
  bank: parameter(20, 'E', 10, 40),
  unchanged: parameter(0.7, 'E', 0.4, 1),
  returnRate: parameter(0.8, 'E', 0.5, 0.95),
  trough: parameter(0.08, 'M', 0.02, 0.24),
  /** Fewest over most posts an hour of the core: 6 at night, 15 in the evening. */
  dripTrough: parameter(0.4, 'E', 0.2, 1),
  alpha: ALPHA,
  kmax: KMAX,
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

const USUAL_DOSE = 0.7;
const DAY_MS = 86_400_000;
const STEPS_A_DAY = 96;
const STEP_MS = DAY_MS / STEPS_A_DAY;

/** From `startMs` a few accounts keep a tag alive day and night, and hardly raise its rate. */
export const C13: Scenario<typeof PARAMETERS> = {
  id: 'C13',
  label: 'covert',
  title: 'slow drip: few accounts post bank lines for days and never make a burst',
  parameters: PARAMETERS,
  draft(input, values) {
    const stage = stageOf(input, 'C13');
    const corePosts = Math.max(1, Math.round(input.posts * (input.dose ?? USUAL_DOSE)));
    const times = stage.chance.fork('uptake times');
    const span = { fromMs: input.startMs, toMs: input.startMs + values.days * DAY_MS };
    return [
      ...dripPosts(stage, input, values, corePosts),
      ...ordinaryUptake(stage, input, {
        posts: input.posts - corePosts,
        law: values,
        role: 'background',
        nextTime: () => timeOfDay(times, span, stage.zone, values.trough),
      }),
    ];
  },
};

/** The accounts take turns by the clock of those whom they pose as, and no hour has more than its share. */
function dripPosts(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  posts: number,
): readonly Draft[] {
  const chance = stage.chance.fork('drip');
  const accounts = dripAccounts(stage, input, values, posts);
  const bank = textBank(chance, stage.lexicon, values.bank);
  const timeAt = clockedTimes(stage, input, values);
  return Array.from({ length: posts }, (_, at) => {
    const line = pick(chance, bank);
    const own =
      chance.uniform() < values.unchanged ? line : handEdited(chance, stage.lexicon, line);
    return {
      atMs: timeAt((at + chance.uniform()) / posts),
      account: pick(chance, accounts),
      text: tagged(own, input.hashtag),
      repost: false,
      role: 'core',
      deletedMs: null,
    };
  });
}

/** When a share of the days' posts is written, with the local clock; epoch milliseconds. */
function clockedTimes(
  { zone }: Stage,
  { startMs }: ScenarioInput,
  values: Values,
): (share: number) => number {
  const written = [0];
  for (let at = 0; at < values.days * STEPS_A_DAY; at += 1) {
    const rate = localClock(startMs + at * STEP_MS, ZONES[zone], values.dripTrough);
    written.push((written[at] as number) + rate);
  }
  const all = written.at(-1) as number;
  return (share) => {
    const at = written.findLastIndex((sum) => sum <= share * all);
    const from = written[at] as number;
    const rate = (written[at + 1] ?? from + 1) - from;
    return startMs + (at + (share * all - from) / rate) * STEP_MS;
  };
}

function dripAccounts(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  posts: number,
): readonly Account[] {
  const chance = stage.chance.fork('drip accounts');
  const accounts = Math.max(1, Math.round(posts / values.postsAnAccount));
  const newcomer = () => newAccount(chance, accountCreatedMs(chance, input.startMs, 'active'));
  const { returning } = input;
  return rosterOf(chance, { accounts, returning, returnRate: values.returnRate, newcomer });
}
