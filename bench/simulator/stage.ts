import { localHour, ZONES, type Zone } from './blocks/local-clock.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import type { ScenarioInput } from './scenario.ts';

/** What a scenario plays with: its chance, its audience and its language. */
export type Stage = {
  readonly chance: Chance;
  readonly zone: Zone;
  readonly lexicon: Lexicon;
  /** Hour of the audience's day, in [0, 24). */
  localHour(atMs: number): number;
};

/** One language a script, the same in every run: events of one network share their words. */
export function stageOf(input: ScenarioInput, scenario: string): Stage {
  const { script = 'latin', zone = 'PK' } = input;
  return {
    chance: chanceFrom(input.seed).fork(`${scenario} ${input.hashtag}`),
    zone,
    lexicon: lexiconOf(chanceFrom(`language ${script}`), script),
    localHour: (atMs) => localHour(atMs, ZONES[zone]),
  };
}
