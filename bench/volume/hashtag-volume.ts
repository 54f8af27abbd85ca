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
  /** Chance that an hour holds any posts at all. */
  readonly active: number;
  /** Standard deviation of a slow drift of the logarithm of the mean; 0 for none. */
  readonly drift: number;
};

const plain = { amplitude: 0.9, active: 1, drift: 0 };

export const VOLUME_SCENARIOS: readonly VolumeScenario[] = [
  { ...plain, name: 'sparse 0.05', mean: 0.05, size: 0.5, active: 0.25 },
  { ...plain, name: 'low 0.5', mean: 0.5, size: 1 },
  { ...plain, name: 'medium 5', mean: 5, size: 3 },
  { ...plain, name: 'high 100', mean: 100, size: 10 },
  { ...plain, name: 'flat 5', mean: 5, size: 3, amplitude: 0 },
  { ...plain, name: 'drift 20', mean: 20, size: 5, drift: 0.35 },
];

export const POLLS_A_DAY = 288;
const POLLS_AN_HOUR = 12;

/** How much of the drift is left after five minutes. */
const DRIFT_KEPT = 0.995;
const WEEKEND = 0.7;
const BUSIEST_HOUR = 18;

/** What is injected: so many times the usual volume for so many polls. */
export type InjectedBurst = {
  readonly first: number;
  readonly polls: number;
  readonly multiple: number;
};

/** Counts of one hashtag, one each five minutes from a Monday midnight on. */
export function drawVolume(
  scenario: VolumeScenario,
  days: number,
  bursts: readonly InjectedBurst[],
  chance: Chance,
): readonly number[] {
  const multiples = new Float64Array(days * POLLS_A_DAY).fill(1);
  for (const { first, polls, multiple } of bursts) multiples.fill(multiple, first, first + polls);
  let [drift, active] = [drawNormal(chance), true];
  return Array.from(multiples, (multiple, poll) => {
    drift = DRIFT_KEPT * drift + Math.sqrt(1 - DRIFT_KEPT ** 2) * drawNormal(chance);
    if (poll % POLLS_AN_HOUR === 0) active = chance.uniform() < scenario.active;
    const mean = (scenario.mean / scenario.active) * course(scenario, poll) * multiple;
    const drifted = mean * Math.exp(scenario.drift * drift - scenario.drift ** 2 / 2);
    return active ? drawNegativeBinomial(chance, drifted, scenario.size) : 0;
  });
}

function course({ amplitude }: VolumeScenario, poll: number): number {
  const hour = (poll % POLLS_A_DAY) / POLLS_AN_HOUR;
  const day = Math.floor(poll / POLLS_A_DAY) % 7;
  const ofDay = 1 + amplitude * Math.cos((2 * Math.PI * (hour - BUSIEST_HOUR)) / 24);
  return ofDay * (day >= 5 ? WEEKEND : 1);
}
