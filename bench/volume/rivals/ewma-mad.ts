import { rivalOf } from './scorer.ts';

/** Half-life of three days. */
const KEPT = 2 ** (-1 / 864);

/** What a mean absolute deviation must be multiplied by to be a standard deviation of normal values. */
const NORMAL = 1.2533;

type Average = { polls: number; mean: number; deviation: number };

/** Deviations from a moving average, in moving averages of absolute deviations; one post is the least. */
export const ewmaMad = rivalOf<Average>({
  name: 'EWMA and MAD',
  range: [3, 100],
  stateBytes: 3 * 8,
  fresh: () => ({ polls: 0, mean: 0, deviation: 0 }),
  score(average, posts) {
    const away = posts - average.mean;
    const score = away / (NORMAL * Math.max(1, average.deviation));
    // Until the half-life is filled it is a plain average.
    const share = Math.max(1 - KEPT, 1 / (average.polls + 1));
    average.mean += share * away;
    average.deviation += share * (Math.abs(away) - average.deviation);
    average.polls += 1;
    return average.polls > 12 ? score : 0;
  },
});
