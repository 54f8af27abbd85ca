import type { Chance } from '../simulator/chance.ts';
import { DAYS, FIRST_DAY_OF_TRIALS } from './calendar.ts';
import {
  type Course,
  drawCounts,
  POLLS_A_DAY,
  POLLS_AN_HOUR,
  QUIETEST_HOUR,
} from './hashtag-volume.ts';

/** What one injected change does to the polls it lasts. */
export type Trial = {
  readonly name: string;
  /** How often each hashtag meets it. */
  readonly times: number;
  /** A hashtag that grows for days by itself. */
  readonly grows?: true;
  /** Polls of one hashtag's course that it replaces. */
  draw(course: Course, chance: Chance): Replaced;
};

/** Counts that stand for those of the course from `first` on; null is missed. */
export type Replaced = {
  readonly first: number;
  readonly counts: readonly (Count | null)[];
};
type Count = { readonly posts: number; readonly intervals?: number };

const BURSTS = [
  { name: 'x3 for 60 min', multiple: 3, polls: 12 },
  { name: 'x10 for 30 min', multiple: 10, polls: 6 },
] as const;

/** What power is measured by. */
export const POWER_BURSTS = BURSTS.map(({ name }) => name);

const BURST_TIMES = 3;

/** Bursts at any time, at the quietest hour, and in the first week. */
export const BURST_TRIALS: readonly Trial[] = BURSTS.flatMap(({ name, multiple, polls }) => [
  burst(name, BURST_TIMES, multiple, polls, anyTime),
  burst(`${name}, night`, BURST_TIMES, multiple, polls, atNight),
  burst(`${name}, first week`, 1, multiple, polls, firstWeek),
]);

/** Changes that are nobody's push. */
export const CALM_TRIALS: readonly Trial[] = [
  changed('a weekday like a Sunday (x0.7)', 2, aWednesday, ofFirstDay(0.7)),
  changed('a holiday of x0.4', 2, aWednesday, ofFirstDay(0.4)),
  changed('a holiday of x1.5', 2, aWednesday, ofFirstDay(1.5)),
  outage('outage, polls missed', () => null),
  mergedOutage('outage, then one merged count'),
  outage('outage, the source says zero', () => ({ posts: 0 })),
  grown('doubles over a week', 2, 7, 30),
  grown('x10 over 30 days', 10, 30, 45),
];

/** A Tuesday afternoon. */
export const SURGE_POLL = 29 * POLLS_A_DAY + 15 * POLLS_AN_HOUR;

/** All watches of a source together. */
export const SURGE: Trial = burst(
  'x5 for 60 min, every hashtag at once',
  1,
  5,
  POLLS_AN_HOUR,
  () => SURGE_POLL,
);

export const TRIALS: readonly Trial[] = [...BURST_TRIALS, ...CALM_TRIALS, SURGE];

type Start = (chance: Chance) => number;

function burst(name: string, times: number, multiple: number, polls: number, start: Start): Trial {
  return {
    name,
    times,
    draw: (course, chance) =>
      replaced(course, start(chance), new Array<number>(polls).fill(multiple), chance),
  };
}

function changed(name: string, days: number, start: Start, at: (poll: number) => number): Trial {
  const multiples = Array.from({ length: days * POLLS_A_DAY }, (_, poll) => at(poll));
  return {
    name,
    times: 1,
    draw: (course, chance) => replaced(course, start(chance), multiples, chance),
  };
}

function grown(name: string, multiple: number, days: number, fromDay: number): Trial {
  const at = (poll: number) => multiple ** (poll / (days * POLLS_A_DAY));
  return { ...changed(name, days, () => fromDay * POLLS_A_DAY, at), grows: true };
}

/** Silence of ten minutes to eight hours, and the day after it. */
function outage(name: string, during: () => Count | null): Trial {
  return {
    name,
    times: 1,
    draw(course, chance) {
      const polls = outagePolls(chance);
      const after = dayAfter(course, anyTime(chance), polls, chance);
      const silent = Array.from({ length: polls }, during);
      return { first: after.first, counts: [...silent, ...after.counts] };
    },
  };
}

function mergedOutage(name: string): Trial {
  return {
    name,
    times: 1,
    draw(course, chance) {
      const polls = outagePolls(chance);
      const first = anyTime(chance);
      const missed = drawCounts(course, first, new Array<number>(polls).fill(1), chance);
      const posts = missed.reduce((sum, count) => sum + count, 0);
      const silent = new Array<null>(polls - 1).fill(null);
      const after = dayAfter(course, first, polls, chance);
      return { first, counts: [...silent, { posts, intervals: polls }, ...after.counts] };
    },
  };
}

function dayAfter(course: Course, first: number, polls: number, chance: Chance): Replaced {
  const { counts } = replaced(course, first + polls, new Array(POLLS_A_DAY).fill(1), chance);
  return { first, counts };
}

function replaced(
  course: Course,
  first: number,
  multiples: readonly number[],
  chance: Chance,
): Replaced {
  const posts = drawCounts(course, first, multiples, chance);
  return { first, counts: posts.map((count) => ({ posts: count })) };
}

/** Evenly over the logarithm: short outages are the common ones. */
function outagePolls(chance: Chance): number {
  return Math.round(2 * 48 ** chance.uniform());
}

function ofFirstDay(multiple: number): (poll: number) => number {
  return (poll) => (poll < POLLS_A_DAY ? multiple : 1);
}

function anyTime(chance: Chance): number {
  return Math.floor(POLLS_A_DAY * between(FIRST_DAY_OF_TRIALS, DAYS - 2, chance));
}

function atNight(chance: Chance): number {
  const day = Math.floor(between(FIRST_DAY_OF_TRIALS, DAYS - 2, chance));
  return day * POLLS_A_DAY + QUIETEST_HOUR * POLLS_AN_HOUR;
}

function firstWeek(chance: Chance): number {
  return Math.floor(POLLS_A_DAY * between(1, 7, chance));
}

function aWednesday(chance: Chance): number {
  return POLLS_A_DAY * (7 * Math.floor(between(3, 12, chance)) + 2);
}

function between(low: number, high: number, chance: Chance): number {
  return low + (high - low) * chance.uniform();
}
