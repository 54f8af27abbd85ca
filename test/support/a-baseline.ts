import type { Baseline, VolumeChunk } from '../../functions/model/baseline.ts';
import { FRESH_DETECTOR } from '../../functions/signals/burst.ts';

export function aBaseline(overrides: Partial<Baseline> = {}): Baseline {
  return {
    watchId: 'replay:harbour',
    detector: FRESH_DETECTOR,
    learnedUntilMs: Date.UTC(2026, 0, 6, 12),
    openBurstMs: null,
    volume: aChunk(),
    version: 0,
    ...overrides,
  };
}

export function aChunk(overrides: Partial<VolumeChunk> = {}): VolumeChunk {
  return {
    startMs: Date.UTC(2026, 0, 6, 6),
    bucketMinutes: 5,
    posts: [3, null, 0, 12],
    expected: [4.25, null, 4.25, 4.5],
    ...overrides,
  };
}
