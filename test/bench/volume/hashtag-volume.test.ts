import { expect, it } from 'vitest';
import { chanceFrom } from '../../../bench/simulator/chance.ts';
import { drawVolume, POLLS_A_DAY, VOLUME_SCENARIOS } from '../../../bench/volume/hashtag-volume.ts';

const DAYS = 140;
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** Two of seven days at 0.7 make the week 0.914 of its weekdays; the drift spreads the mean by itself. */
it.each(VOLUME_SCENARIOS)('$name keeps its mean', (scenario) => {
  const counts = drawVolume(scenario, DAYS, [], chanceFrom('mean'));

  expect(counts.length).toBe(DAYS * POLLS_A_DAY);
  expect(mean(counts) / (scenario.mean * ((5 + 2 * 0.7) / 7))).toBeGreaterThan(0.85);
  expect(mean(counts) / (scenario.mean * ((5 + 2 * 0.7) / 7))).toBeLessThan(1.15);
});

it('has the variance of its negative binomial where nothing else varies', () => {
  const [flat] = VOLUME_SCENARIOS.filter(({ name }) => name === 'flat 5');
  if (flat === undefined) throw new Error('the flat scenario is gone');
  const weekdays = drawVolume(flat, DAYS, [], chanceFrom('variance')).filter(
    (_, poll) => Math.floor(poll / POLLS_A_DAY) % 7 < 5,
  );
  const centre = mean(weekdays);
  const variance = mean(weekdays.map((count) => (count - centre) ** 2));

  expect(variance).toBeGreaterThan(0.93 * (5 + 25 / 3));
  expect(variance).toBeLessThan(1.07 * (5 + 25 / 3));
});

it('injects a burst where it is told to, and draws alike for equal seeds', () => {
  const [medium] = VOLUME_SCENARIOS.filter(({ name }) => name === 'medium 5');
  if (medium === undefined) throw new Error('the medium scenario is gone');
  const burst = { first: 2000, polls: 60, multiple: 50 };
  const pushed = drawVolume(medium, 10, [burst], chanceFrom('burst'));
  const calm = drawVolume(medium, 10, [], chanceFrom('burst'));

  expect(pushed.slice(0, 2000)).toEqual(calm.slice(0, 2000));
  expect(mean(pushed.slice(2000, 2060))).toBeGreaterThan(10 * mean(calm.slice(2000, 2060)));
});
