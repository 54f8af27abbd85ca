import { chanceFrom } from '../simulator/chance.ts';
import { CONTENDERS } from './contenders.ts';
import { VOLUME_SCENARIOS } from './hashtag-volume.ts';
import { playTag } from './play-tag.ts';
import { freshTally, type Tallies } from './tally.ts';
import { TRIALS } from './trials.ts';

/** Some hashtags of one scenario, by number; their number is their seed. */
export type VolumeTask = {
  readonly scenario: string;
  readonly from: number;
  readonly to: number;
};

/** @throws {Error} for a scenario that is none */
export function playTags({ scenario, from, to }: VolumeTask): Tallies {
  const found = VOLUME_SCENARIOS.find(({ name }) => name === scenario);
  if (found === undefined) throw new Error(`no scenario ${scenario}`);
  const names = TRIALS.map(({ name }) => name);
  const tallies = CONTENDERS.map(({ levels }) => levels.map(() => freshTally(names)));
  for (let tag = from; tag < to; tag++) {
    playTag(found, chanceFrom(`${scenario} ${tag}`), CONTENDERS, tallies);
  }
  return tallies;
}

if (import.meta.main) {
  process.on('message', (task: VolumeTask) => {
    process.send?.(playTags(task));
  });
}
