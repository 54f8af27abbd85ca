import { BURST } from '../../functions/settings/burst.ts';
import { type BurstSettings, FRESH_DETECTOR, observeAll } from '../../functions/signals/burst.ts';
import type { Chance } from '../simulator/chance.ts';
import type { NabSeries } from './nab-series.ts';

/** Rows at which a detector raises an alarm, ascending. */
export type Detector = (series: NabSeries) => readonly number[];

export const FLAT: BurstSettings = { ...BURST, season: 'flat', quietPolls: 144 };

export function ours(settings: BurstSettings, severity: 'notice' | 'alert'): Detector {
  return ({ buckets }) =>
    observeAll(FRESH_DETECTOR, buckets, settings).observations.flatMap((one, row) =>
      one?.[severity] ? [row] : [],
    );
}

/** Says nothing: the zero of the scale. */
export const silent: Detector = () => [];

/** As many alarms as another detector, anywhere: what luck is worth. */
export function random(like: Detector, chance: Chance): Detector {
  return (series) => {
    const rows = like(series).map(() => Math.floor(chance.uniform() * series.buckets.length));
    return rows.sort((one, other) => one - other);
  };
}

/** A plain z-score against the day before, quiet for six hours after an alarm. */
export const zScore: Detector = ({ buckets }) => {
  const alarms: number[] = [];
  let [sum, squares] = [0, 0];
  for (const [row, { posts }] of buckets.entries()) {
    const mean = sum / DAY;
    const deviation = Math.sqrt(Math.max(1, squares / DAY - mean * mean));
    const last = alarms.at(-1) ?? Number.NEGATIVE_INFINITY;
    if (row >= DAY && posts > mean + 5 * deviation && row - last > 72) alarms.push(row);
    const left = buckets[row - DAY]?.posts ?? 0;
    sum += posts - left;
    squares += posts * posts - left * left;
  }
  return alarms;
};

const DAY = 288;
