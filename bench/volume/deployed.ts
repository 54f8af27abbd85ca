import { encodeDetector } from '../../functions/adapters/dynamodb/detector-codec.ts';
import { BURST } from '../../functions/settings/burst.ts';
import {
  type BurstSettings,
  FRESH_DETECTOR,
  type Observation,
  observeAll,
} from '../../functions/signals/burst.ts';
import type { Detector, Poll, Running } from './detector.ts';

export const SEVERITIES = ['notice', 'alert'] as const;

/** The detector that watches hashtags in life, by the way that the steps call it. */
export function deployed(settings: BurstSettings = BURST, name = 'deployed'): Detector {
  return {
    name,
    levels: SEVERITIES,
    stateBytes: encodeDetector(FRESH_DETECTOR).byteLength,
    fresh: () => running(FRESH_DETECTOR, settings),
  };
}

function running(start: typeof FRESH_DETECTOR, settings: BurstSettings): Running {
  let state = start;
  return {
    run(polls: readonly Poll[]) {
      const after = observeAll(state, polls, settings);
      state = after.state;
      return SEVERITIES.map((severity) => rowsOf(after.observations, severity));
    },
    fork: () => running(state, settings),
  };
}

function rowsOf(
  observations: readonly (Observation | null)[],
  severity: (typeof SEVERITIES)[number],
): readonly number[] {
  const rows: number[] = [];
  for (const [row, one] of observations.entries()) if (one?.[severity]) rows.push(row);
  return rows;
}
