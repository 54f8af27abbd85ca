import { describe, expect, it } from 'vitest';
import { chanceFrom } from '../../../bench/simulator/chance.ts';
import type { Detector } from '../../../bench/volume/detector.ts';
import { VOLUME_SCENARIOS } from '../../../bench/volume/hashtag-volume.ts';
import { playTag } from '../../../bench/volume/play-tag.ts';
import { rivalOf } from '../../../bench/volume/rivals/scorer.ts';
import { freshTally, type Tally } from '../../../bench/volume/tally.ts';
import { TRIALS } from '../../../bench/volume/trials.ts';

const SCENARIO = VOLUME_SCENARIOS.find(({ name }) => name === 'flat 5');
const X10 = 'x10 for 30 min';

/** Two thresholds: any count at all, and more than any hashtag of this kind ever has by itself. */
const plain = rivalOf<null>({
  name: 'count',
  range: [1, 60],
  stateBytes: 0,
  fresh: () => null,
  score: (_, posts) => posts,
}).at(2);

function played(detector: Detector): readonly Tally[] {
  if (SCENARIO === undefined) throw new Error('the flat scenario is gone');
  const tallies = [detector.levels.map(() => freshTally(TRIALS.map(({ name }) => name)))];
  for (const seed of ['a', 'b', 'c']) playTag(SCENARIO, chanceFrom(seed), [detector], tallies);
  return tallies[0] ?? [];
}

describe('playTag', () => {
  it('counts what is raised without a push apart from what a burst raises', () => {
    const [, strict] = played(plain);

    expect(strict?.tags).toBe(3);
    expect(strict?.whole.alarms).toBe(0);
    expect(strict?.trials[X10]).toMatchObject({ trials: 9, usual: 0 });
    expect(strict?.trials[X10]?.seen).toBeGreaterThan(6);
    const delays = strict?.trials[X10]?.delays ?? [];
    expect(delays.reduce((sum, many) => sum + many, 0)).toBe(strict?.trials[X10]?.seen);
  });

  it('has the first day in the first week, and that in the whole', () => {
    const [eager] = played(plain);

    expect(eager?.firstDay.alarms).toBeGreaterThan(0);
    expect(eager?.firstWeek.alarms).toBeGreaterThanOrEqual(eager?.firstDay.alarms ?? 0);
    expect(eager?.whole.alarms).toBeGreaterThanOrEqual(eager?.firstWeek.alarms ?? 0);
  });

  it('plays the trials to copies: what a detector makes of them leaves its own days alone', () => {
    const seen: number[] = [];
    const watched: Detector = { ...plain, fresh: () => spied(plain.fresh(), seen) };
    const [own, spiedOn] = [played(plain), played(watched)];

    expect(spiedOn).toEqual(own);
    expect(seen).toHaveLength(3 * 90 * 288);
  });
});

/** Notes how many polls the original meets; its forks go unseen. */
function spied(running: ReturnType<Detector['fresh']>, seen: number[]) {
  return {
    run(polls: Parameters<typeof running.run>[0]) {
      for (const poll of polls) seen.push(poll?.posts ?? -1);
      return running.run(polls);
    },
    fork: () => running.fork(),
  };
}
