import { crowd } from '../blocks/crowd.ts';
import { ordinaryTexts, sentence, type TextLengths } from '../blocks/ordinary-text.ts';
import { personas } from '../blocks/persona.ts';
import { publicPosts } from '../blocks/public-posts.ts';
import type { Account } from '../draft.ts';
import { drawExponential } from '../draw/exponential.ts';
import { drawGamma } from '../draw/gamma.ts';
import { pick } from '../draw/pick.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  /** Those who write while it shakes; the rest once they know what it was. */
  shockShare: parameter(0.5, 'E', 0.3, 0.7),
  shockShape: parameter(1.6, 'E', 1.2, 2.5),
  shockScaleSeconds: parameter(30, 'E', 15, 60),
  laterMinutes: parameter(25, 'E', 10, 60),
  /** Share of the shocked that write nothing but the one word. */
  oneWord: parameter(0.5, 'E', 0.3, 0.7),
  /** Of the others among the shocked, those under four words. */
  shortShare: parameter(0.8, 'E', 0.5, 0.95),
  /** Of those who write later, those who still write in short. */
  laterShortShare: parameter(0.4, 'E', 0.1, 0.6),
  /** Short cries that go round. */
  cries: parameter(12, 'E', 4, 40),
  /** Share of people who say where they live: nearly all of them in the one region. */
  placeShare: parameter(0.6, 'E', 0.3, 0.9),
  regionShare: parameter(0.9, 'E', 0.7, 1),
  alpha: parameter(2.9, 'M', 2.3, 2.9),
  kmax: parameter(60, 'E'),
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

const LONGER: TextLengths = { low: 5, median: 11, high: 24 };

/** The ground shakes at `startMs`, and nobody knew before. */
export const O5: Scenario<typeof PARAMETERS> = {
  id: 'O5',
  label: 'organic',
  title: 'earthquake: a whole region cries out at once',
  parameters: PARAMETERS,
  draft(input, values) {
    const stage = stageOf(input, 'O5');
    const shocked = shocks(stage, input, values);
    return publicPosts(stage, input, {
      times: [...shocked, ...laterTimes(stage, input, values, input.posts - shocked.length)],
      law: values,
      ages: 'public',
      nextText: cries(stage, values, input.startMs),
      nextAccount: neighbourhood(stage, input, values),
    });
  },
};

function shocks(stage: Stage, input: ScenarioInput, values: Values): readonly number[] {
  const chance = stage.chance.fork('shocks');
  return Array.from(
    { length: Math.round(input.posts * values.shockShare) },
    () => input.startMs + drawGamma(chance, values.shockShape, values.shockScaleSeconds) * 1000,
  );
}

function laterTimes(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  posts: number,
): readonly number[] {
  const chance = stage.chance.fork('later');
  return Array.from(
    { length: posts },
    () => input.startMs + drawExponential(chance, values.laterMinutes * 60_000),
  );
}

/** Those who felt it live in one region. */
function neighbourhood(stage: Stage, input: ScenarioInput, values: Values): () => Account {
  const chance = stage.chance.fork('neighbourhood');
  const { startMs, network, neighbours } = input;
  const next = crowd(chance.fork('crowd'), { atMs: startMs, ages: 'public', network, neighbours });
  const people = personas();
  const region = people.draw(chance, 'plain', false).place;
  const met = new Map<string, Account>();
  return () => {
    const account = next();
    const persona = people.draw(chance, 'plain', false);
    const home = chance.uniform() < values.regionShare ? region : persona.place;
    const place = chance.uniform() < values.placeShare ? home : null;
    // Somebody met before stays who they are.
    const known = met.get(account.id) ?? { ...account, persona: { ...persona, place } };
    met.set(account.id, known);
    return known;
  };
}

/** What people write in the first minutes and what they write afterwards. */
function cries(stage: Stage, values: Values, startMs: number): (atMs: number) => string {
  const chance = stage.chance.fork('texts');
  const word = stage.lexicon.word(chance);
  const short = Array.from({ length: values.cries }, () =>
    sentence(chance, stage.lexicon, 1 + Math.floor(chance.uniform() * 3)),
  );
  const longer = ordinaryTexts(chance, stage.lexicon, LONGER);
  return (atMs) => {
    const shocked = atMs < startMs + 180_000;
    if (shocked && chance.uniform() < values.oneWord) return word;
    const shortShare = shocked ? values.shortShare : values.laterShortShare;
    return chance.uniform() < shortShare ? pick(chance, short) : longer();
  };
}
