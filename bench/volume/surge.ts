import { TIDE } from '../../functions/settings/tide.ts';
import { companyOf, surgesAmong, tideState } from '../../functions/signals/tide.ts';
import { FIRST_MS, POLL_MS } from './calendar.ts';
import type { Simulated } from './simulate-volume.ts';
import { SURGE, SURGE_POLL } from './trials.ts';

/** What a surge of a whole source comes to. */
export type Surge = {
  readonly watched: number;
  /** Hashtags whose burst opened in it. */
  readonly rose: number;
  /** Surges told, each once. */
  readonly surges: number;
  /** Rises that are told for themselves all the same. */
  readonly alone: number;
};

/** Every hashtag of every scenario is a watch of one source. */
export function surgeOf(simulated: Simulated, level: number): Surge {
  const tallies = [...simulated.values()].flatMap(([deployed]) => deployed?.[level] ?? []);
  const watched = tallies.reduce((sum, { tags }) => sum + tags, 0);
  const rises = tallies
    .flatMap(({ trials }) => trials[SURGE.name]?.delays.flatMap(risesAt) ?? [])
    .sort((one, other) => one - other);
  const surges = surgesAmong(rises, watched, TIDE);
  const alone = rises.filter((riseMs) => {
    const { rose } = companyOf(riseMs, rises, TIDE);
    return tideState({ rose, watched }, TIDE) !== 'surge';
  });
  return { watched, rose: rises.length, surges: surges.length, alone: alone.length };
}

/** A rise is seen at the end of its poll. */
function risesAt(many: number, poll: number): readonly number[] {
  return new Array<number>(many).fill(FIRST_MS + (SURGE_POLL + poll + 1) * POLL_MS);
}
