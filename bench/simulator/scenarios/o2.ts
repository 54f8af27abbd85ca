import { accountCreatedMs } from '../blocks/account-age.ts';
import { newAccount } from '../blocks/crowd.ts';
import { ordinaryTexts } from '../blocks/ordinary-text.ts';
import { publicPosts } from '../blocks/public-posts.ts';
import type { Chance } from '../chance.ts';
import type { Account } from '../draft.ts';
import { drawGamma } from '../draw/gamma.ts';
import { drawNormal } from '../draw/normal.ts';
import { shuffle } from '../draw/shuffle.ts';
import { type WeightedIndex, weightedIndex } from '../draw/weighted-index.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  days: parameter(4, 'M'),
  sessions: parameter(4, 'M'),
  /** Spread of posts around the middle of a session. */
  sessionMinutesSd: parameter(37, 'M'),
  /** Shape of how unequal the sessions are: the keynote draws more than the last panel. */
  unequal: parameter(2, 'E', 1, 8),
  /** Share of posts that answer one moment of a talk, a slide or a joke. */
  momentShare: parameter(0.15, 'E', 0, 0.3),
  moments: parameter(3, 'E', 1, 6),
  /** Share of accounts that came from earlier events of the community: 2 to 30 % in eight open sets. */
  returnRate: parameter(0.15, 'M', 0.02, 0.3),
  alpha: parameter(1.8, 'M', 1.8, 2.4),
  kmax: parameter(140, 'M'),
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Middle of the first session after the doors open, and from one session to the next. */
const FIRST_MS = 100 * MINUTE_MS;
const APART_MS = 120 * MINUTE_MS;
/** A session starts and ends within so many standard deviations. */
const REACH = 2.6;
/** Share of all posts that one account writes at most. */
const MOST_SHARE = 0.07;

/** A conference whose doors open at `startMs`; its people post a lot and know each other. */
export const O2: Scenario<typeof PARAMETERS> = {
  id: 'O2',
  label: 'organic',
  title: 'conference: a community posts through four days of sessions',
  parameters: PARAMETERS,
  draft(input, values) {
    const stage = stageOf(input, 'O2');
    return publicPosts(stage, input, {
      times: postTimes(stage, input, values),
      law: lawOf(input, values),
      ages: 'active',
      nextText: ordinaryTexts(stage.chance.fork('texts'), stage.lexicon),
      nextAccount: community(stage, input, values),
    });
  },
};

/** In a small event nobody writes half of it: the most active account keeps its share. */
function lawOf({ posts }: ScenarioInput, { alpha, kmax }: Values) {
  return { alpha, kmax: Math.min(kmax, Math.ceil(posts * MOST_SHARE)) };
}

function postTimes(stage: Stage, input: ScenarioInput, values: Values): readonly number[] {
  const chance = stage.chance.fork('times');
  const middles = middlesOf(input.startMs, values);
  const session = unequalIndex(chance, middles.length, values.unequal);
  const moments = middles.map((middleMs) =>
    Array.from({ length: values.moments }, () => around(chance, middleMs, values)),
  );
  const moment = unequalIndex(chance, values.moments, 1);
  return Array.from({ length: input.posts }, () => {
    const at = session(chance);
    if (chance.uniform() >= values.momentShare)
      return around(chance, middles[at] as number, values);
    const momentMs = moments[at]?.[moment(chance)] as number;
    return momentMs + drawGamma(chance, 2.5, 45) * 1000;
  });
}

/** Middles of all sessions, day by day. */
function middlesOf(startMs: number, { days, sessions }: Values): readonly number[] {
  return Array.from({ length: days * sessions }, (_, at) => {
    const day = Math.floor(at / sessions);
    return startMs + day * DAY_MS + FIRST_MS + (at % sessions) * APART_MS;
  });
}

function unequalIndex(chance: Chance, count: number, shape: number): WeightedIndex {
  return weightedIndex(Array.from({ length: count }, () => drawGamma(chance, shape, 1)));
}

function around(chance: Chance, middleMs: number, { sessionMinutesSd }: Values): number {
  for (;;) {
    const z = drawNormal(chance);
    if (Math.abs(z) < REACH) return middleMs + z * sessionMinutesSd * MINUTE_MS;
  }
}

/** People of the field: some were at earlier events, the others are new to them. */
function community(stage: Stage, input: ScenarioInput, values: Values): () => Account {
  const chance = stage.chance.fork('community');
  const earlier = shuffle(chance, input.returning ?? []);
  return () => {
    const known = chance.uniform() < values.returnRate ? earlier.pop() : undefined;
    if (known !== undefined) return known;
    return newAccount(chance, accountCreatedMs(chance, input.startMs, 'active', input.network));
  };
}
