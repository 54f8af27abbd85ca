import type { Knobs } from './evasion-knobs.ts';
import type { Scenario } from './scenario.ts';
import { SCENARIOS } from './scenarios/all.ts';

/** One row of the bench: an event of one size, watched in one way, at many seeds. */
export type BenchCase = {
  readonly scenario: Scenario;
  readonly posts: number;
  readonly pollSeconds: number;
  /** Core posts / all posts; the scenario's usual one if left out. */
  readonly dose?: number;
  /**
   * Earlier events with the same people: how many, each as large as this one. A week apart; seven and
   * more a day.
   */
  readonly earlier: number;
  readonly parameters: Readonly<Record<string, number>>;
  /** How its organisers evade; not at all if left out. */
  readonly knobs?: Knobs;
};

export type CaseOptions = {
  /** Only events of so many posts. */
  readonly size?: number | undefined;
  /** Also events of 70,000 posts. */
  readonly long?: boolean | undefined;
  /** Only these scenarios. */
  readonly scenarios?: readonly string[] | undefined;
  /** Only with so many earlier events. */
  readonly earlier?: readonly number[] | undefined;
  /** Only these doses; events that nobody hides have none. */
  readonly doses?: readonly number[] | undefined;
  /** Only polls of so many seconds. */
  readonly polls?: readonly number[] | undefined;
};

const SIZES = [200, 2000, 20_000];
const LONGEST = 70_000;
/** At this size every poll interval and every dose is tried. */
const MIDDLE = 2000;
const POLLS = [60, 300, 900];
const DOSES = [0.02, 0.05, 0.1, 0.3, 1];
/** Doses at which a covert event must be seen. */
const HIGH_DOSES = [0.3, 1];
const EARLIER = [0, 3];
/** Of those who act every day, a monitor knows as many from the week that it looks back. */
const DAILY_EARLIER = 7;
/** A rider is small by nature. */
const RIDER_DOSES = [0.02, 0.05, 0.1];

/**
 * What the bench plays. Not every size with every dose, interval and past, which would be
 * thousands of rows: doses and intervals are walked at one size, sizes at the doses that must be seen.
 */
export function benchCases(options: CaseOptions = {}): readonly BenchCase[] {
  const { size, long, scenarios, earlier, doses, polls } = options;
  const sizes = size === undefined ? [...SIZES, ...(long ? [LONGEST] : [])] : [size];
  const middle = size ?? MIDDLE;
  return SCENARIOS.filter(({ id }) => scenarios?.includes(id) ?? true)
    .flatMap((scenario) =>
      scenario.label === 'covert'
        ? covertCases(scenario, sizes, middle)
        : ordinaryCases(scenario, sizes, middle),
    )
    .filter(
      (one) =>
        (earlier?.includes(one.earlier) ?? true) &&
        (polls?.includes(one.pollSeconds) ?? true) &&
        (one.dose === undefined || (doses?.includes(one.dose) ?? true)),
    );
}

function ordinaryCases(
  scenario: Scenario,
  sizes: readonly number[],
  middle: number,
): readonly BenchCase[] {
  return sizes.flatMap((posts) => [
    ...EARLIER.map((earlier) => benchCase(scenario, { posts, earlier })),
    ...(posts === middle ? slowerPolls(scenario, { posts }) : []),
  ]);
}

function covertCases(
  scenario: Scenario,
  sizes: readonly number[],
  middle: number,
): readonly BenchCase[] {
  const isRider = scenario.id === 'C11';
  return sizes.flatMap((posts) => {
    const all = isRider ? RIDER_DOSES : DOSES;
    const few = isRider ? RIDER_DOSES.slice(-1) : HIGH_DOSES;
    const doses = posts === middle ? all : few;
    return [
      ...EARLIER.flatMap((earlier) =>
        doses.map((dose) => benchCase(scenario, { posts, earlier, dose })),
      ),
      ...(posts === middle && scenario.daily
        ? few.map((dose) => benchCase(scenario, { posts, earlier: DAILY_EARLIER, dose }))
        : []),
      ...(posts === middle ? slowerPolls(scenario, { posts, dose: isRider ? 0.1 : 0.3 }) : []),
    ];
  });
}

function slowerPolls(scenario: Scenario, options: Partial<BenchCase>): readonly BenchCase[] {
  return POLLS.slice(1).map((pollSeconds) => benchCase(scenario, { ...options, pollSeconds }));
}

/** A case with the usual answers to all that is left out. */
export function benchCase(scenario: Scenario, options: Partial<BenchCase> = {}): BenchCase {
  return {
    scenario,
    posts: MIDDLE,
    pollSeconds: 60,
    earlier: 0,
    // A day, for nobody would judge a week of a quiet hashtag as one burst.
    parameters: scenario.id === 'O1' ? { days: 1 } : {},
    ...options,
  };
}
