import type { Chance } from '../simulator/chance.ts';
import { drawNegativeBinomial } from '../simulator/draw/negative-binomial.ts';
import { drawNormal } from '../simulator/draw/normal.ts';

/** A kind of hashtag that nobody pushes. */
export type VolumeScenario = {
  readonly name: string;
  /** Posts in five minutes. */
  readonly mean: number;
  /** Size of the negative binomial: variance is mean + mean² / size. */
  readonly size: number;
  /** The day's course is 1 + amplitude · cosine. */
  readonly amplitude: number;
  /** What Saturdays and Sundays have of a weekday. */
  readonly weekend: number;
  /** Chance that an hour holds any posts at all. */
  readonly active: number;
  /** Standard deviation of a slow drift of the logarithm of the mean; 0 for none. */
  readonly drift: number;
};

const WEEKEND = 0.7;
const plain = { amplitude: 0.9, weekend: WEEKEND, active: 1, drift: 0 };

export const VOLUME_SCENARIOS: readonly VolumeScenario[] = [
  { ...plain, name: 'sparse 0.05', mean: 0.05, size: 0.5, active: 0.25 },
  { ...plain, name: 'low 0.5', mean: 0.5, size: 1 },
  { ...plain, name: 'medium 5', mean: 5, size: 3 },
  { ...plain, name: 'high 100', mean: 100, size: 10 },
  { ...plain, name: 'flat 5', mean: 5, size: 3, amplitude: 0, weekend: 1 },
  { ...plain, name: 'drift 20', mean: 20, size: 5, drift: 0.35 },
  { ...plain, name: 'weekly 5', mean: 5, size: 3, amplitude: 0 },
];

export const POLLS_A_DAY = 288;
export const POLLS_AN_HOUR = 12;

/** How much of the drift is left after five minutes. */
const DRIFT_KEPT = 0.995;
const BUSIEST_HOUR = 18;

/** What one hashtag has, poll by poll from a Monday midnight (UTC) on. */
export type Course = {
  /** Posts that each five minutes have in the mean. */
  readonly means: Float64Array;
  /** Size of the negative binomial that a count is drawn from. */
  readonly size: number;
  /** Posts that each five minutes come to. */
  readonly counts: readonly number[];
};

export function drawCourse(scenario: VolumeScenario, days: number, chance: Chance): Course {
  const means = new Float64Array(days * POLLS_A_DAY);
  let [drift, active] = [drawNormal(chance), true];
  const counts = Array.from(means, (_, poll) => {
    drift = DRIFT_KEPT * drift + Math.sqrt(1 - DRIFT_KEPT ** 2) * drawNormal(chance);
    if (poll % POLLS_AN_HOUR === 0) active = chance.uniform() < scenario.active;
    if (!active) return 0;
    const drifted = Math.exp(scenario.drift * drift - scenario.drift ** 2 / 2);
    const mean = (scenario.mean / scenario.active) * usualAt(scenario, poll) * drifted;
    means[poll] = mean;
    return drawNegativeBinomial(chance, mean, scenario.size);
  });
  return { means, size: scenario.size, counts };
}

/** Other counts of the same hashtag from poll `first` on, each at so many times its mean. */
export function drawCounts(
  { means, size }: Pick<Course, 'means' | 'size'>,
  first: number,
  multiples: readonly number[],
  chance: Chance,
): readonly number[] {
  return multiples.map((multiple, index) =>
    drawNegativeBinomial(chance, (means[first + index] ?? 0) * multiple, size),
  );
}

/** The hour of the day, UTC, in which every hashtag has the fewest posts. */
export const QUIETEST_HOUR = (BUSIEST_HOUR + 12) % 24;

function usualAt({ amplitude, weekend }: VolumeScenario, poll: number): number {
  const hour = (poll % POLLS_A_DAY) / POLLS_AN_HOUR;
  const day = Math.floor(poll / POLLS_A_DAY) % 7;
  const ofDay = 1 + amplitude * Math.cos((2 * Math.PI * (hour - BUSIEST_HOUR)) / 24);
  return ofDay * (day >= 5 ? weekend : 1);
}
