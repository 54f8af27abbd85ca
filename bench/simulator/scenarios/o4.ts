import { ordinaryTexts, sentence, type TextLengths } from '../blocks/ordinary-text.ts';
import { publicPosts } from '../blocks/public-posts.ts';
import { drawExponential } from '../draw/exponential.ts';
import { drawLaplace } from '../draw/laplace.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  /** Announced days before; people gather so long before the cue. */
  leadMinutes: parameter(20, 'E', 5, 120),
  /** Share of posts written while they wait. */
  waitingShare: parameter(0.03, 'E', 0, 0.2),
  /**
   * Of the others, those who aim at the very moment. The table of scenarios says a third; the
   * shares of its own self-checks (0.82 in a minute, 0.61 in ten seconds) take a good half.
   */
  cueShare: parameter(0.55, 'E', 1 / 3, 0.6),
  cueSeconds: parameter(1.2, 'E', 0.6, 3),
  /** The rest join in with this mean after the cue. */
  fadeSeconds: parameter(60, 'E', 30, 120),
  /** Share of posts that are the one word. */
  oneWord: parameter(0.55, 'S', 0.4, 0.7),
  /** Of the others, those under four words. */
  shortShare: parameter(0.7, 'E', 0.4, 0.9),
  alpha: parameter(2.9, 'M', 2.3, 2.9),
  kmax: parameter(60, 'E'),
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

const MINUTE_MS = 60_000;
const LONGER: TextLengths = { low: 4, median: 8, high: 18 };

/** A film on television or New Year: people gather from `startMs` on and cry one word on cue. */
export const O4: Scenario<typeof PARAMETERS> = {
  id: 'O4',
  label: 'organic',
  title: 'catch-phrase on cue: an audience writes one word in the same second',
  parameters: PARAMETERS,
  draft(input, values) {
    const stage = stageOf(input, 'O4');
    return publicPosts(stage, input, {
      times: postTimes(stage, input, values),
      law: values,
      ages: 'public',
      nextText: catchPhrases(stage, cueOf(input, values), values),
    });
  },
};

/** The moment that everybody waits for, epoch milliseconds. */
export function cueOf({ startMs }: ScenarioInput, { leadMinutes }: Values): number {
  return startMs + leadMinutes * MINUTE_MS;
}

function postTimes(stage: Stage, input: ScenarioInput, values: Values): readonly number[] {
  const chance = stage.chance.fork('times');
  const cueMs = cueOf(input, values);
  const waiting = Math.round(input.posts * values.waitingShare);
  return Array.from({ length: input.posts }, (_, at) => {
    if (at < waiting) return input.startMs + chance.uniform() * (cueMs - input.startMs);
    if (chance.uniform() >= values.cueShare)
      return cueMs + drawExponential(chance, values.fadeSeconds) * 1000;
    return cueMs + drawLaplace(chance, values.cueSeconds) * 1000;
  });
}

/** Long before the cue people only say that they wait. */
function catchPhrases(stage: Stage, cueMs: number, values: Values): (atMs: number) => string {
  const chance = stage.chance.fork('texts');
  const longer = ordinaryTexts(chance, stage.lexicon, LONGER);
  const word = stage.lexicon.word(chance);
  return (atMs) => {
    if (atMs < cueMs - MINUTE_MS) return longer();
    if (chance.uniform() < values.oneWord) return word;
    if (chance.uniform() >= values.shortShare) return `${word} ${longer()}`;
    return `${word} ${sentence(chance, stage.lexicon, 1 + Math.floor(chance.uniform() * 2))}`;
  };
}
