import type { DetectorState, KeyState } from '../../functions/model/baseline.ts';
import { BURST } from '../../functions/settings/burst.ts';
import { FRESH_DETECTOR, observeAll } from '../../functions/signals/burst.ts';
import { chanceFrom } from '../simulator/chance.ts';
import { drawCourse, VOLUME_SCENARIOS } from './hashtag-volume.ts';
import type { Start } from './starts.ts';

const TAGS_A_SCENARIO = 10;
const DAYS = 21;
const POLL_MS = 300_000;

/** How heavily a fresh baseline believes the others: polls of an hour, squared means, excesses of a tail. */
const SEASON_POLLS = 120;
const SQUARES = 20;
const EXCESSES = 20;

/** A watch that begins with what other hashtags of its source have in common; all but its own level. Tried, not built. */
export function pooledStart(): Start {
  const begun = pooled(others());
  return { name: 'the mean of other hashtags', state: () => begun };
}

function others(): readonly DetectorState[] {
  return VOLUME_SCENARIOS.flatMap((scenario) =>
    Array.from({ length: TAGS_A_SCENARIO }, (_, tag) => {
      const { counts } = drawCourse(scenario, DAYS, chanceFrom(`prior ${scenario.name} ${tag}`));
      const firstMs = Date.UTC(2026, 0, 5);
      const buckets = counts.map((posts, poll) => ({ startMs: firstMs + poll * POLL_MS, posts }));
      return observeAll(FRESH_DETECTOR, buckets, BURST).state;
    }),
  );
}

function pooled(states: readonly DetectorState[]): DetectorState {
  const dispersion = median(states.map((one) => (one.excessVariance + 2) / (one.squaredMean + 4)));
  const { seasonPrior } = BURST;
  const hours = Array.from({ length: 24 }, (_, hour) =>
    mean(
      states.map(
        ({ season }) =>
          ((season[2 * hour] ?? 0) + seasonPrior) / ((season[2 * hour + 1] ?? 0) + seasonPrior),
      ),
    ),
  );
  return {
    ...FRESH_DETECTOR,
    excessVariance: dispersion * SQUARES,
    squaredMean: SQUARES,
    short: pooledKey(states.map(({ short }) => short)),
    long: pooledKey(states.map(({ long }) => long)),
    season: hours.flatMap((factor) => {
      const level = factor / mean(hours);
      return [Math.fround(SEASON_POLLS * level + seasonPrior * (level - 1)), SEASON_POLLS];
    }),
  };
}

function pooledKey(keys: readonly KeyState[]): KeyState {
  const scale = median(keys.map(({ tail }) => tail.excessSum / tail.excessCount));
  const limit = median(keys.map(({ tail }) => tail.limit));
  return {
    posts: 0,
    polls: 0,
    tail: { limit, excessSum: scale * EXCESSES, excessCount: EXCESSES },
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
