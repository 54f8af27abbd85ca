import { describe, expect, it } from 'vitest';
import { chanceFrom } from '../../../bench/simulator/chance.ts';
import {
  drawCounts,
  drawCourse,
  POLLS_A_DAY,
  VOLUME_SCENARIOS,
} from '../../../bench/volume/hashtag-volume.ts';

const DAYS = 140;
const mean = (values: Iterable<number>) => {
  const all = [...values];
  return all.reduce((a, b) => a + b, 0) / all.length;
};

/** Two of seven days at 0.7 make a week 0.914 of its weekdays; the drift spreads the mean by itself. */
it.each(VOLUME_SCENARIOS)('$name keeps its mean', (scenario) => {
  const { counts, means } = drawCourse(scenario, DAYS, chanceFrom('mean'));
  const usual = scenario.mean * ((5 + 2 * scenario.weekend) / 7);

  expect(counts.length).toBe(DAYS * POLLS_A_DAY);
  for (const one of [counts, means]) {
    expect(mean(one) / usual).toBeGreaterThan(0.85);
    expect(mean(one) / usual).toBeLessThan(1.15);
  }
});

const scenarioOf = (wanted: string) => {
  const found = VOLUME_SCENARIOS.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`the scenario ${wanted} is gone`);
  return found;
};

it('has the variance of its negative binomial where nothing else varies', () => {
  const { counts } = drawCourse(scenarioOf('flat 5'), DAYS, chanceFrom('variance'));
  const centre = mean(counts);
  const variance = mean(counts.map((count) => (count - centre) ** 2));

  expect(variance).toBeGreaterThan(0.93 * (5 + 25 / 3));
  expect(variance).toBeLessThan(1.07 * (5 + 25 / 3));
});

it('has less of it at the weekend where there is one', () => {
  const { means } = drawCourse(scenarioOf('weekly 5'), 7, chanceFrom('week'));

  expect(new Set(means.slice(0, 5 * POLLS_A_DAY))).toEqual(new Set([5]));
  expect(new Set(means.slice(5 * POLLS_A_DAY))).toEqual(new Set([3.5]));
});

it('is quietest at six and busiest at eighteen, UTC', () => {
  const { means } = drawCourse(scenarioOf('medium 5'), 1, chanceFrom('day'));

  expect(means.indexOf(Math.min(...means))).toBe(6 * 12);
  expect(means.indexOf(Math.max(...means))).toBe(18 * 12);
});

describe('drawCounts', () => {
  const course = drawCourse(scenarioOf('medium 5'), 10, chanceFrom('burst'));

  it('draws from the means of that time, so many times as high', () => {
    const usual = course.means.slice(2000, 2060);
    const pushed = drawCounts(course, 2000, new Array(60).fill(50), chanceFrom('pushed'));

    expect(mean(pushed) / (50 * mean(usual))).toBeGreaterThan(0.8);
    expect(mean(pushed) / (50 * mean(usual))).toBeLessThan(1.25);
  });

  it('draws alike for equal seeds, and otherwise for others', () => {
    const twice = ['a', 'a', 'b'].map((seed) =>
      drawCounts(course, 0, new Array(60).fill(1), chanceFrom(seed)),
    );

    expect(twice[0]).toEqual(twice[1]);
    expect(twice[0]).not.toEqual(twice[2]);
  });
});
