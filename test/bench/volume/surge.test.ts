import { expect, it } from 'vitest';
import { surgeOf } from '../../../bench/volume/surge.ts';
import { freshTally } from '../../../bench/volume/tally.ts';
import { SURGE } from '../../../bench/volume/trials.ts';

function simulated(tags: number, delays: readonly number[]) {
  const trial = { trials: tags, alarms: 0, usual: 0, seen: 0, delays: [...delays] };
  return new Map([['all', [[{ ...freshTally([]), tags, trials: { [SURGE.name]: trial } }]]]]);
}

it('tells one surge of hundreds that rise together, and none of them for itself', () => {
  expect(surgeOf(simulated(1000, [100, 300, 200, 50]), 0)).toEqual({
    watched: 1000,
    rose: 650,
    surges: 1,
    alone: 0,
  });
});

it('tells each for itself where few rise', () => {
  expect(surgeOf(simulated(1000, [3, 0, 4]), 0)).toMatchObject({ rose: 7, surges: 0, alone: 7 });
});
