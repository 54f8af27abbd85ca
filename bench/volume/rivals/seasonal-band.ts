import { rivalOf } from './scorer.ts';

const HOUR_MS = 3_600_000;
const HOURS = 168;
const POLLS_AN_HOUR = 12;

/** Half-life of two weeks: of each hour of the week two occurrences. */
const KEPT = 2 ** (-1 / (2 * POLLS_AN_HOUR));

/** Polls of an hour of the week that must be known; before, the hour of the day stands in. */
const ENOUGH = POLLS_AN_HOUR / 2;

/** For each hour of the week, and of the day, polls, posts and their squares under decay. */
type Band = { readonly week: Float64Array; readonly day: Float64Array };

/** Deviations above the mean of this hour of the week, as the anomaly bands of cloud monitors: mean ± k deviations. */
export const seasonalBand = rivalOf<Band>({
  name: 'seasonal band',
  range: [3, 100],
  stateBytes: (HOURS + 24) * 3 * 8,
  fresh: () => ({ week: new Float64Array(3 * HOURS), day: new Float64Array(3 * 24) }),
  score({ week, day }, posts, startMs) {
    const hour = Math.floor(startMs / HOUR_MS);
    const [ofWeek, ofDay] = [3 * (hour % HOURS), 3 * (hour % 24)];
    const score =
      (week[ofWeek] ?? 0) >= ENOUGH
        ? deviations(week, ofWeek, posts)
        : deviations(day, ofDay, posts);
    learn(week, ofWeek, posts);
    learn(day, ofDay, posts);
    return score;
  },
});

function deviations(sums: Float64Array, at: number, posts: number): number {
  const polls = sums[at] ?? 0;
  if (polls < ENOUGH) return 0;
  const mean = (sums[at + 1] ?? 0) / polls;
  const variance = (sums[at + 2] ?? 0) / polls - mean * mean;
  // A band that is narrower than chance would make a count of whole posts is no band.
  return (posts - mean) / Math.sqrt(Math.max(variance, mean, 1));
}

function learn(sums: Float64Array, at: number, posts: number): void {
  for (const [index, value] of [1, posts, posts * posts].entries()) {
    sums[at + index] = KEPT * (sums[at + index] ?? 0) + value;
  }
}
