import { localHour, ZONES, type Zone } from './blocks/local-clock.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { type Lexicon, lexiconOf, type Script } from './lexicon.ts';
import type { ScenarioInput } from './scenario.ts';

/** What a scenario plays with: its chance, its audience and its language. */
export type Stage = {
  readonly chance: Chance;
  readonly zone: Zone;
  readonly lexicon: Lexicon;
  /** Hour of the audience's day, in [0, 24). */
  localHour(atMs: number): number;
};

const LEXICONS = new Map<Script, Lexicon>();

/** One language a script, the same in every run: events of one network share their words. */
function languageOf(script: Script): Lexicon {
  const known = LEXICONS.get(script) ?? lexiconOf(chanceFrom(`language ${script}`), script);
  LEXICONS.set(script, known);
  return known;
}

export function stageOf(input: ScenarioInput, scenario: string): Stage {
  const { script = 'latin', zone = 'PK' } = input;
  return {
    chance: chanceFrom(input.seed).fork(`${scenario} ${input.hashtag}`),
    zone,
    lexicon: languageOf(script),
    localHour: (atMs) => localHour(atMs, ZONES[zone]),
  };
}
