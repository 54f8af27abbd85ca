import type { BurstSettings } from '../../functions/signals/burst.ts';
import type { Chance } from '../simulator/chance.ts';
import type { NabSeries } from './nab-series.ts';

const LEAST = 0.75;
const GREATEST = 1.25;

/** Every number of the settings, each by a factor of its own between 0.75 and 1.25. */
export function jittered(settings: BurstSettings, chance: Chance): BurstSettings {
  return shaken(settings, chance);
}

function shaken<Value>(value: Value, chance: Chance): Value {
  return shake(value, chance) as Value;
}

function shake(value: unknown, chance: Chance): unknown {
  if (typeof value === 'number') return value * (LEAST + (GREATEST - LEAST) * chance.uniform());
  if (Array.isArray(value)) return value.map((one) => shake(one, chance));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, shake(one, chance.fork(name))]),
  );
}

/** The series with each post left out at some probability. */
export function thinned(series: NabSeries, dropped: number, chance: Chance): NabSeries {
  const buckets = series.buckets.map(({ startMs, posts }) => ({
    startMs,
    posts: posts - drawDropped(posts, dropped, chance),
  }));
  return { ...series, buckets };
}

/** A binomial count, from gap to gap between what is dropped. */
function drawDropped(posts: number, probability: number, chance: Chance): number {
  let [dropped, at] = [0, 0];
  for (;;) {
    at += 1 + Math.floor(Math.log(1 - chance.uniform()) / Math.log(1 - probability));
    if (at > posts) return dropped;
    dropped += 1;
  }
}
