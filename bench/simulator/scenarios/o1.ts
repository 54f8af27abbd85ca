import { InputError } from '../../../functions/model/errors.ts';
import { accountCreatedMs } from '../blocks/account-age.ts';
import { AUTOMATED, AUTOMATED_POSTS_A_DAY } from '../blocks/automated.ts';
import { crowd, newAccount } from '../blocks/crowd.ts';
import { localClock, TROUGH, ZONES } from '../blocks/local-clock.ts';
import { ordinaryDeletion } from '../blocks/ordinary-deletion.ts';
import { ordinaryTexts } from '../blocks/ordinary-text.ts';
import { ALPHA, authorsOf, KMAX } from '../blocks/posts-an-account.ts';
import { SCHEDULED, schedulerNoise } from '../blocks/scheduler-noise.ts';
import { tagged } from '../blocks/tagged.ts';
import { WEEKEND, week } from '../blocks/week.ts';
import type { Account, Draft } from '../draft.ts';
import { drawNegativeBinomial } from '../draw/negative-binomial.ts';
import { pick } from '../draw/pick.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const BUCKET_MS = 300_000;
const DAY_BUCKETS = 288;

const PARAMETERS = {
  days: parameter(7, 'E', 1, 90),
  /** Of the negative binomial; BURST.md simulates .5 to 10. */
  size: parameter(3, 'E', 0.5, 10),
  trough: TROUGH,
  weekend: WEEKEND,
  alpha: ALPHA,
  kmax: KMAX,
  automated: AUTOMATED,
  scheduled: SCHEDULED,
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

/** A hashtag on which nothing happens; it begins at `startMs` and lasts `days`. */
export const O1: Scenario<typeof PARAMETERS> = {
  id: 'O1',
  label: 'organic',
  title: 'quiet hashtag: day, night, week and nothing else',
  parameters: PARAMETERS,
  draft(input, values) {
    const stage = stageOf(input, 'O1');
    const people = humanTimes(stage, input, values).map((atMs) => ({ atMs, robot: false }));
    const robots = robotTimes(stage, input, values).map((atMs) => ({ atMs, robot: true }));
    const nextAccount = crowd(stage.chance.fork('crowd'), {
      atMs: input.startMs,
      ages: 'active',
      network: input.network,
      neighbours: input.neighbours,
    });
    const authors = authorsOf(stage.chance.fork('authors'), people.length, values, nextAccount);
    const machines = robotAccounts(stage, input, values);
    return written(stage, input, [...people, ...robots], (robot, at) =>
      robot ? pick(stage.chance, machines) : (authors[at] as Account),
    );
  },
};

function humanTimes(stage: Stage, input: ScenarioInput, values: Values): readonly number[] {
  const { size, scheduled, automated } = values;
  const chance = stage.chance.fork('times');
  const rates = ratesOf(stage, input, values);
  const scale = (input.posts * (1 - automated)) / rates.reduce((sum, rate) => sum + rate, 0);
  return rates.flatMap((rate, bucket) => {
    const bucketMs = input.startMs + bucket * BUCKET_MS;
    const count = drawNegativeBinomial(chance, rate * scale, size);
    return Array.from({ length: count }, () =>
      // Never before the beginning: the first hour may have started earlier.
      Math.max(
        input.startMs,
        schedulerNoise(chance, bucketMs + chance.uniform() * BUCKET_MS, scheduled),
      ),
    );
  });
}

function ratesOf(stage: Stage, input: ScenarioInput, values: Values): readonly number[] {
  const buckets = Math.round(values.days * DAY_BUCKETS);
  const mean = input.posts / buckets;
  if (!(mean >= 0.05 && mean <= 100)) {
    throw new InputError(`O1 requires 0.05 to 100 posts a bucket of 5 minutes, got ${mean}`);
  }
  return Array.from({ length: buckets }, (_, bucket) => {
    const atMs = input.startMs + (bucket + 0.5) * BUCKET_MS;
    const clock = localClock(atMs, ZONES[stage.zone], values.trough);
    return clock * week(atMs, stage.zone, values.weekend);
  });
}

function robotTimes(stage: Stage, input: ScenarioInput, values: Values): readonly number[] {
  const chance = stage.chance.fork('robot times');
  const spanMs = values.days * DAY_BUCKETS * BUCKET_MS;
  return Array.from(
    { length: Math.round(input.posts * values.automated) },
    () => input.startMs + chance.uniform() * spanMs,
  );
}

function robotAccounts(stage: Stage, input: ScenarioInput, values: Values): readonly Account[] {
  const chance = stage.chance.fork('robots');
  const posts = input.posts * values.automated;
  const count = Math.max(1, Math.round(posts / (AUTOMATED_POSTS_A_DAY * values.days)));
  return Array.from({ length: count }, () =>
    newAccount(chance, accountCreatedMs(chance, input.startMs, 'active', input.network)),
  );
}

function written(
  stage: Stage,
  input: ScenarioInput,
  posts: readonly { readonly atMs: number; readonly robot: boolean }[],
  author: (robot: boolean, at: number) => Account,
): readonly Draft[] {
  const nextText = ordinaryTexts(stage.chance.fork('texts'), stage.lexicon);
  const deletions = stage.chance.fork('deletions');
  return posts.map(({ atMs, robot }, at) => ({
    atMs,
    account: author(robot, at),
    text: tagged(nextText(), input.hashtag),
    repost: false,
    role: 'background',
    deletedMs: ordinaryDeletion(deletions, atMs),
  }));
}
