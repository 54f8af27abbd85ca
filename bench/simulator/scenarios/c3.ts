import { accountCreatedMs } from '../blocks/account-age.ts';
import { answerTimes } from '../blocks/answer-times.ts';
import { answers } from '../blocks/answers.ts';
import { newAccount } from '../blocks/crowd.ts';
import { editedLines } from '../blocks/edited-lines.ts';
import { ordinaryDeletion } from '../blocks/ordinary-deletion.ts';
import { ALPHA, authorsOf, KMAX } from '../blocks/posts-an-account.ts';
import { withReturning } from '../blocks/roster.ts';
import { tagged } from '../blocks/tagged.ts';
import type { Chance } from '../chance.ts';
import type { Account, Draft } from '../draft.ts';
import { drawExponential } from '../draw/exponential.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  /** Of the daily slot, 19 to 21 h local. */
  hours: parameter(2, 'E', 1, 4),
  rampMinutes: parameter(20, 'E', 10, 40),
  /** Some go on after the slot. */
  lateMinutes: parameter(10, 'E', 5, 30),
  /** With these an account writes 3.1 posts; one wrote 226. */
  coreAlpha: parameter(2.1, 'P', 2, 2.2),
  coreKmax: parameter(226, 'P'),
  /** Hand-edited lines: near copies of one another. */
  nearCopies: parameter(0.2, 'E', 0.1, 0.3),
  lines: parameter(12, 'E', 6, 30),
  returnRate: parameter(0.3, 'S', 0.1, 0.5),
  /** Answers for each writer of the core, condemnation included. */
  answers: parameter(17, 'P', 10, 25),
  /** Of the answers; dropped where a source shows no reposts. */
  repostShare: parameter(0.8, 'E', 0.5, 0.95),
  answerHours: parameter(24, 'E', 6, 48),
  alpha: ALPHA,
  kmax: KMAX,
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

const POSTS_A_WRITER = 3.1;
const MINUTE_MS = 60_000;

/** At `startMs`, of a usual day 19 h local, the people of a mill begin to write. */
export const C3: Scenario<typeof PARAMETERS> = {
  id: 'C3',
  label: 'covert',
  title: 'hashtag mill: hired people write by hand for two hours, others repost',
  parameters: PARAMETERS,
  daily: true,
  draft(input, values) {
    const stage = stageOf(input, 'C3');
    const dose = input.dose ?? POSTS_A_WRITER / (POSTS_A_WRITER + values.answers);
    const corePosts = Math.max(1, Math.round(input.posts * dose));
    const core = writersPosts(stage, input, values, corePosts);
    const count = Math.max(0, input.posts - corePosts);
    const cutMs = values.answerHours * 60 * MINUTE_MS;
    const times = answerTimes(stage.chance.fork('answer times'), core, count, cutMs);
    const { repostShare } = values;
    return [...core, ...answers(stage, input, { to: core, times, repostShare, law: values })];
  },
};

function writersPosts(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  posts: number,
): readonly Draft[] {
  const chance = stage.chance.fork('core');
  const nextText = editedLines(stage.chance.fork('mill texts'), stage.lexicon, values);
  return writers(stage, input, values, posts).map((account) => {
    const atMs = input.startMs + slotOffsetMs(chance, values);
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

/** Three of ten come back in another hashtag, as far as the mill has others. */
function writers(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  posts: number,
): readonly Account[] {
  const chance = stage.chance.fork('writers');
  const newcomer = () => newAccount(chance, accountCreatedMs(chance, input.startMs, 'active'));
  const law = { alpha: values.coreAlpha, kmax: values.coreKmax };
  const { returnRate } = values;
  return withReturning(chance, authorsOf(chance, posts, law, newcomer), {
    returning: input.returning,
    returnRate,
  });
}

/** The rate climbs evenly, then stays. */
function slotOffsetMs(chance: Chance, values: Values): number {
  for (;;) {
    const minutes = chance.uniform() * values.hours * 60;
    if (chance.uniform() * values.rampMinutes < minutes) {
      return (minutes + drawExponential(chance, values.lateMinutes)) * MINUTE_MS;
    }
  }
}
