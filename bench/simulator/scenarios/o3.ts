import { crowd } from '../blocks/crowd.ts';
import { ordinaryDeletion } from '../blocks/ordinary-deletion.ts';
import {
  ORDINARY_COPIES,
  ordinaryTexts,
  sentence,
  type TextLengths,
} from '../blocks/ordinary-text.ts';
import { ALPHA, authorsOf, KMAX } from '../blocks/posts-an-account.ts';
import { tagged } from '../blocks/tagged.ts';
import type { Chance } from '../chance.ts';
import type { Account } from '../draft.ts';
import { drawExponential } from '../draw/exponential.ts';
import { drawGamma } from '../draw/gamma.ts';
import { drawPoisson } from '../draw/poisson.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  matchMinutes: parameter(115, 'E', 90, 150),
  /** After the whistle the chatter fades with this mean. */
  fadeMinutes: parameter(20, 'E', 10, 60),
  /** Goals. */
  pulses: parameter(3, 'M', 2, 6),
  /** Highest rate that a goal adds, over the rate of the chatter. */
  height: parameter(9, 'M', 2.6, 11),
  delayShape: parameter(2.5, 'M'),
  delayScaleSeconds: parameter(45, 'M'),
  /** Later goals are this much of the first, drawn evenly up to 1. */
  laterLow: parameter(0.5, 'M', 0.5, 1),
  penaltyShare: parameter(0.15, 'E', 0, 0.5),
  penaltyDip: parameter(0.5, 'S'),
  penaltySeconds: parameter(20, 'S'),
  shortShare: parameter(0.3, 'E'),
  alpha: ALPHA,
  kmax: KMAX,
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

export type Goal = { readonly atMs: number; readonly scale: number; readonly penalty: boolean };

/** Goals closer together than this would share one pulse. */
const APART_MS = 360_000;
const LONGER: TextLengths = { low: 4, median: 8, high: 18 };

/** A match on television that begins at `startMs`, with goals. */
export const O3: Scenario<typeof PARAMETERS> = {
  id: 'O3',
  label: 'organic',
  title: 'goals on television: everybody cries out within a minute',
  parameters: PARAMETERS,
  draft(input, values) {
    const stage = stageOf(input, 'O3');
    const times = postTimes(stage, input, values);
    const nextAccount = crowd(stage.chance.fork('crowd'), {
      atMs: input.startMs,
      ages: 'public',
      network: input.network,
      neighbours: input.neighbours,
    });
    const authors = authorsOf(stage.chance.fork('authors'), times.length, values, nextAccount);
    const nextText = cries(stage, values);
    const deletions = stage.chance.fork('deletions');
    return times.map((atMs, at) => ({
      atMs,
      account: authors[at] as Account,
      text: tagged(nextText(), input.hashtag),
      repost: false,
      role: 'background',
      deletedMs: ordinaryDeletion(deletions, atMs),
    }));
  },
};

/** When the goals fall: what the self-checks of the generator are timed from. */
export function goalsOf(input: ScenarioInput, values: Values): readonly Goal[] {
  const chance = stageOf(input, 'O3').chance.fork('goals');
  const slackMs = (values.matchMinutes - 15) * 60_000 - APART_MS * values.pulses;
  const offsets = Array.from({ length: values.pulses }, () => chance.uniform() * slackMs);
  return offsets
    .toSorted((one, other) => one - other)
    .map((offsetMs, at) => ({
      atMs: input.startMs + 300_000 + offsetMs + at * APART_MS,
      scale: at === 0 ? 1 : values.laterLow + chance.uniform() * (1 - values.laterLow),
      penalty: chance.uniform() < values.penaltyShare,
    }));
}

function postTimes(stage: Stage, input: ScenarioInput, values: Values): readonly number[] {
  const chance = stage.chance.fork('times');
  const goals = goalsOf(input, values);
  // Posts of one goal if the chatter wrote one post a second: its height over the highest density.
  const pulse = values.height / highestDensity(values.delayShape, values.delayScaleSeconds);
  const seconds = values.matchMinutes * 60;
  const chatterSeconds = seconds + values.fadeMinutes * 60;
  const chatterRate =
    input.posts / (chatterSeconds + goals.reduce((sum, { scale }) => sum + scale, 0) * pulse);
  const chatter = Array.from(
    { length: drawPoisson(chance, chatterRate * chatterSeconds) },
    () => input.startMs + chatterOffset(chance, seconds, values.fadeMinutes * 60) * 1000,
  );
  const hushed = chatter.filter((atMs) => !isHushed(chance, atMs, goals, values));
  const cries = goals.flatMap((goal) =>
    Array.from(
      { length: drawPoisson(chance, chatterRate * pulse * goal.scale) },
      () => goal.atMs + 1000 * drawGamma(chance, values.delayShape, values.delayScaleSeconds),
    ),
  );
  return [...hushed, ...cries];
}

/** Even during the match; afterwards the rate falls from there, rather than stop at the whistle. Seconds. */
function chatterOffset(chance: Chance, matchSeconds: number, fadeSeconds: number): number {
  const place = chance.uniform() * (matchSeconds + fadeSeconds);
  return place < matchSeconds ? place : matchSeconds + drawExponential(chance, fadeSeconds);
}

/** Density of a gamma law at its mode. */
function highestDensity(shape: number, scale: number): number {
  const mode = shape - 1;
  return (mode ** mode * Math.exp(-mode)) / (gammaOf(shape) * scale);
}

/** The gamma function by Stirling's series from 10 up, stepped down from there. */
function gammaOf(x: number): number {
  if (x < 10) return gammaOf(x + 1) / x;
  return Math.sqrt((2 * Math.PI) / x) * (x / Math.E) ** x * (1 + 1 / (12 * x) + 1 / (288 * x * x));
}

/** People hold their breath before a penalty. */
function isHushed(chance: Chance, atMs: number, goals: readonly Goal[], values: Values): boolean {
  const before = goals.some(
    (goal) => goal.penalty && atMs < goal.atMs && atMs >= goal.atMs - values.penaltySeconds * 1000,
  );
  return before && chance.uniform() < values.penaltyDip;
}

/** Three in ten have under four words. */
function cries(stage: Stage, values: Values): () => string {
  const chance = stage.chance.fork('texts');
  const longer = ordinaryTexts(chance, stage.lexicon, LONGER, ORDINARY_COPIES);
  return () =>
    chance.uniform() < values.shortShare
      ? sentence(chance, stage.lexicon, 1 + Math.floor(chance.uniform() * 3))
      : longer();
}
