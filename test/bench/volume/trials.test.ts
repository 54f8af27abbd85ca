import { describe, expect, it } from 'vitest';
import { chanceFrom } from '../../../bench/simulator/chance.ts';
import { drawCourse, POLLS_A_DAY, VOLUME_SCENARIOS } from '../../../bench/volume/hashtag-volume.ts';
import { TRIALS } from '../../../bench/volume/trials.ts';

const [SCENARIO] = VOLUME_SCENARIOS.filter(({ name }) => name === 'high 100');
if (SCENARIO === undefined) throw new Error('the scenario of high volume is gone');
const course = drawCourse(SCENARIO, 90, chanceFrom('trials'));
const SEEDS = ['a', 'b', 'c', 'd', 'e', 'f'];

function drawn(wanted: string, seed: string) {
  const trial = TRIALS.find(({ name }) => name === wanted);
  if (trial === undefined) throw new Error(`no trial ${wanted}`);
  return trial.draw(course, chanceFrom(seed));
}

/** How many times its mean some polls come to. */
function multipleOf(wanted: string, seed: string, from: number, to: number): number {
  const { first, counts } = drawn(wanted, seed);
  const posts = counts.slice(from, to).reduce((sum, count) => sum + (count?.posts ?? 0), 0);
  const means = course.means.slice(first + from, first + to);
  return posts / means.reduce((sum, mean) => sum + mean, 0);
}

it.each(TRIALS)('$name lies within the ninety days, behind the first', (trial) => {
  for (const seed of SEEDS) {
    const { first, counts } = trial.draw(course, chanceFrom(seed));
    expect(first).toBeGreaterThanOrEqual(POLLS_A_DAY);
    expect(first + counts.length).toBeLessThanOrEqual(90 * POLLS_A_DAY);
  }
});

it.each([
  ['x3 for 60 min', 12, 3],
  ['x10 for 30 min', 6, 10],
  ['x5 for 60 min, every hashtag at once', 12, 5],
])('%s lasts %i polls', (name, polls, multiple) => {
  const mean = SEEDS.reduce((sum, seed) => sum + multipleOf(name, seed, 0, polls), 0) / 6;

  expect(drawn(name, 'a').counts).toHaveLength(polls);
  expect(mean / multiple).toBeGreaterThan(0.85);
  expect(mean / multiple).toBeLessThan(1.15);
});

it('puts night bursts where the hashtag is quietest', () => {
  for (const seed of SEEDS) {
    expect(drawn('x3 for 60 min, night', seed).first % POLLS_A_DAY).toBe(6 * 12);
  }
});

it('changes the holiday and leaves the day after', () => {
  const [name, day] = ['a holiday of x0.4', POLLS_A_DAY];

  expect((drawn(name, 'a').first / day) % 7).toBe(2);
  expect(multipleOf(name, 'a', 0, day)).toBeCloseTo(0.4, 1);
  expect(multipleOf(name, 'a', day, 2 * day)).toBeCloseTo(1, 0.5);
});

it('grows tenfold to the end', () => {
  expect(multipleOf('x10 over 30 days', 'a', 0, 288)).toBeCloseTo(1.04, 0.5);
  expect(multipleOf('x10 over 30 days', 'a', 29 * 288, 30 * 288)).toBeGreaterThan(8.5);
});

describe('outages', () => {
  it.each(SEEDS)('last ten minutes to eight hours, seed %s', (seed) => {
    const missed = drawn('outage, polls missed', seed).counts;
    const polls = missed.findIndex((count) => count !== null);

    expect(polls).toBeGreaterThanOrEqual(2);
    expect(polls).toBeLessThanOrEqual(96);
    expect(missed.slice(polls)).not.toContain(null);
    expect(missed).toHaveLength(polls + POLLS_A_DAY);
  });

  it('end in one count of all that was missed', () => {
    const { first, counts } = drawn('outage, then one merged count', 'a');
    const at = counts.findIndex((count) => count !== null);
    const usual = course.means.slice(first, first + at + 1).reduce((sum, mean) => sum + mean, 0);

    expect(counts[at]?.intervals).toBe(at + 1);
    expect((counts[at]?.posts ?? 0) / usual).toBeGreaterThan(0.6);
    expect((counts[at]?.posts ?? 0) / usual).toBeLessThan(1.6);
    expect(counts).toHaveLength(at + 1 + POLLS_A_DAY);
  });

  it('or say zero', () => {
    const { counts } = drawn('outage, the source says zero', 'a');

    expect(counts.slice(0, 2)).toEqual([{ posts: 0 }, { posts: 0 }]);
    expect(counts).not.toContain(null);
  });
});
