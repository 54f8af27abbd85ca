import { edited, ordinaryTexts, sentence } from '../blocks/ordinary-text.ts';
import { ALPHA, KMAX } from '../blocks/posts-an-account.ts';
import { publicPosts } from '../blocks/public-posts.ts';
import { drawGamma } from '../draw/gamma.ts';
import { pick } from '../draw/pick.ts';
import { weightedIndex } from '../draw/weighted-index.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  /** Hours at the base rate before the first results. */
  baseHours: parameter(4, 'E', 2, 8),
  /** Minutes between the first results and the decision. */
  resultsMinutes: parameter(90, 'E', 45, 180),
  /** Rates over the base: 65,106, 69,031 and 85,273 posts a minute over 13,000. */
  firstStep: parameter(5, 'S'),
  secondStep: parameter(5.3, 'S'),
  thirdStep: parameter(6.5, 'S'),
  /** The decision: 327,452 posts a minute. */
  peak: parameter(25, 'S'),
  riseMinutes: parameter(7, 'S'),
  decayMinutes: parameter(20, 'E', 10, 60),
  afterHours: parameter(3, 'E', 1, 6),
  /** From a result on the screen to a post about it. */
  reactionSeconds: parameter(60, 'E', 20, 120),
  nearCopies: parameter(0.05, 'M', 0, 0.1),
  headlines: parameter(20, 'E', 5, 60),
  /** Of the copies: newsrooms and those who quote them link the story. */
  linkShare: parameter(0.8, 'E', 0.5, 1),
  alpha: ALPHA,
  kmax: KMAX,
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

/** Rate over the base, from `fromS` to `toS` seconds after the start, changing evenly between them. */
type Stretch = {
  readonly fromS: number;
  readonly toS: number;
  readonly from: number;
  readonly to: number;
};

/** Steps of the falling rate after the decision. */
const DECAY_STEP_S = 60;

/** An election night: people talk from `startMs` on, results come in steps, then the decision. */
export const O7: Scenario<typeof PARAMETERS> = {
  id: 'O7',
  label: 'organic',
  title: 'election night: results lift the rate in steps, the decision lifts it to the peak',
  parameters: PARAMETERS,
  draft(input, values) {
    const stage = stageOf(input, 'O7');
    return publicPosts(stage, input, {
      times: postTimes(stage, input, values),
      law: values,
      ages: 'active',
      nextText: nightTexts(stage, values),
    });
  },
};

/** When the decision is out and the rate begins to climb, epoch milliseconds. */
export function decisionOf({ startMs }: ScenarioInput, values: Values): number {
  return startMs + (values.baseHours * 3600 + values.resultsMinutes * 60) * 1000;
}

function postTimes(stage: Stage, input: ScenarioInput, values: Values): readonly number[] {
  const chance = stage.chance.fork('times');
  const stretches = nightOf(values);
  const stretch = weightedIndex(
    stretches.map(({ fromS, toS, from, to }) => ((from + to) / 2) * (toS - fromS)),
  );
  return Array.from({ length: input.posts }, () => {
    const { fromS, toS, from, to } = stretches[stretch(chance)] as Stretch;
    const place = slopedPlace(chance.uniform(), from, to);
    const reactionS = drawGamma(chance, 2.5, values.reactionSeconds / 2.5);
    return input.startMs + (fromS + place * (toS - fromS) + reactionS) * 1000;
  });
}

/** Where a share of the mass of an evenly changing rate lies, 0 to 1. */
function slopedPlace(share: number, from: number, to: number): number {
  if (Math.abs(to - from) < 1e-9) return share;
  return (Math.sqrt(from * from + share * (to * to - from * from)) - from) / (to - from);
}

function nightOf(values: Values): readonly Stretch[] {
  const resultsS = values.baseHours * 3600;
  const stepS = (values.resultsMinutes * 60) / 3;
  const levels = [values.firstStep, values.secondStep, values.thirdStep];
  const steps = levels.map((level, at) => ({
    fromS: resultsS + at * stepS,
    toS: resultsS + (at + 1) * stepS,
    from: level,
    to: level,
  }));
  const decisionS = resultsS + 3 * stepS;
  const peakS = decisionS + values.riseMinutes * 60;
  return [
    { fromS: 0, toS: resultsS, from: 1, to: 1 },
    ...steps,
    { fromS: decisionS, toS: peakS, from: values.thirdStep, to: values.peak },
    ...decayOf(peakS, values),
  ];
}

/** Back to the base, minute by minute. */
function decayOf(peakS: number, values: Values): readonly Stretch[] {
  const level = (s: number) => 1 + (values.peak - 1) * Math.exp(-s / (values.decayMinutes * 60));
  return Array.from({ length: (values.afterHours * 3600) / DECAY_STEP_S }, (_, at) => {
    const fromS = at * DECAY_STEP_S;
    const toS = fromS + DECAY_STEP_S;
    return { fromS: peakS + fromS, toS: peakS + toS, from: level(fromS), to: level(toS) };
  });
}

/** Own words, and now and then a headline with a word changed, most with its link. */
function nightTexts(stage: Stage, values: Values): () => string {
  const chance = stage.chance.fork('texts');
  const own = ordinaryTexts(chance, stage.lexicon, undefined, { exact: 0.003, near: 0 });
  const headlines = Array.from({ length: values.headlines }, () =>
    sentence(chance, stage.lexicon, 9 + Math.floor(chance.uniform() * 6)),
  );
  return () => {
    if (chance.uniform() >= values.nearCopies) return own();
    const changed = chance.uniform() < 2 / 3 ? 1 : 0;
    const text = edited(chance, pick(chance, headlines), stage.lexicon, changed);
    const story = Math.floor(chance.uniform() * 1e6);
    return chance.uniform() < values.linkShare ? `${text} https://news.example/${story}` : text;
  };
}
