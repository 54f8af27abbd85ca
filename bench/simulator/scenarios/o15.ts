import { crowd } from '../blocks/crowd.ts';
import { ordinaryDeletion } from '../blocks/ordinary-deletion.ts';
import { ORDINARY_COPIES, ordinaryTexts, sentence } from '../blocks/ordinary-text.ts';
import { authorsOf, KMAX } from '../blocks/posts-an-account.ts';
import { withReturning } from '../blocks/roster.ts';
import { SCHEDULED, schedulerNoise } from '../blocks/scheduler-noise.ts';
import { tagged } from '../blocks/tagged.ts';
import type { Chance } from '../chance.ts';
import type { Account } from '../draft.ts';
import { drawGamma } from '../draw/gamma.ts';
import { pick } from '../draw/pick.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  shape: parameter(2, 'E', 1.2, 4),
  /** Half of the posts come within 1.7 times this. */
  scaleMinutes: parameter(35, 'E', 15, 60),
  /** Posts of a scheduling tool: of everybody three in a hundred, of those who post every week more. */
  scheduled: parameter(0.1, 'E', SCHEDULED.low, SCHEDULED.high),
  greeting: parameter(0.15, 'E', 0.05, 0.3),
  greetings: parameter(3, 'E', 1, 8),
  /** Give or take two. */
  greetingWords: parameter(5, 'E', 3, 12),
  returnRate: parameter(0.4, 'E', 0.2, 0.6),
  alpha: parameter(2, 'E', 1.8, 2.3),
  kmax: KMAX,
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

const HOUR_MS = 3_600_000;

/** The hour of the week at which a community meets is `startMs`. */
export const O15: Scenario<typeof PARAMETERS> = {
  id: 'O15',
  label: 'organic',
  title: 'weekly ritual: a community meets at the same hour, with the same greeting',
  parameters: PARAMETERS,
  sameHashtag: true,
  draft(input, values) {
    const stage = stageOf(input, 'O15');
    const chance = stage.chance.fork('posts');
    const nextText = ritualTexts(stage, values);
    return community(stage, input, values).map((account) => {
      const atMs = postMs(chance, input, values);
      return {
        atMs,
        account,
        text: tagged(nextText(), input.hashtag),
        repost: false,
        role: 'background',
        deletedMs: ordinaryDeletion(chance, atMs),
      };
    });
  },
};

function postMs(chance: Chance, input: ScenarioInput, values: Values): number {
  const minutes = drawGamma(chance, values.shape, values.scaleMinutes);
  const atMs = schedulerNoise(chance, input.startMs + minutes * 60_000, values.scheduled);
  return atMs < input.startMs ? atMs + HOUR_MS : atMs;
}

/** Four of ten were there last time. */
function community(stage: Stage, input: ScenarioInput, values: Values): readonly Account[] {
  const chance = stage.chance.fork('community');
  const stranger = crowd(chance.fork('crowd'), {
    atMs: input.startMs,
    ages: 'active',
    neighbours: input.neighbours,
    network: input.network,
  });
  const { returning } = input;
  const { returnRate } = values;
  const authors = authorsOf(chance, input.posts, values, stranger);
  return withReturning(chance, authors, { returning, returnRate });
}

function ritualTexts(stage: Stage, values: Values): () => string {
  const chance = stage.chance.fork('texts');
  const greetings = Array.from({ length: values.greetings }, () =>
    sentence(chance, stage.lexicon, values.greetingWords - 2 + Math.floor(chance.uniform() * 5)),
  );
  const own = ordinaryTexts(chance, stage.lexicon, undefined, ORDINARY_COPIES);
  return () => (chance.uniform() < values.greeting ? pick(chance, greetings) : own());
}
