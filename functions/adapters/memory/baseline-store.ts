import type { Baseline, VolumeChunk } from '../../model/baseline.ts';
import type { BaselineStore } from '../../ports/baseline-store.ts';
import { finiteJson } from '../stored/finite-json.ts';
import { overlaps } from '../stored/overlaps.ts';
import { versionedShelf } from './versioned.ts';

export function memoryBaselineStore(): BaselineStore {
  const states = versionedShelf<Baseline>();
  const chunks = new Map<string, Map<number, VolumeChunk>>();
  return {
    load: async (watchId) => states.get(watchId),

    async save(baseline, full) {
      const kept = chunks.get(baseline.watchId) ?? new Map();
      chunks.set(baseline.watchId, kept);
      for (const chunk of full) kept.set(chunk.startMs, JSON.parse(finiteJson(chunk)));
      return states.save(baseline.watchId, baseline);
    },

    async volume(watchId, fromMs, toMs) {
      if (fromMs >= toMs) return [];
      return [...(chunks.get(watchId)?.values() ?? [])]
        .filter((chunk) => overlaps(chunk, fromMs, toMs))
        .sort((one, other) => one.startMs - other.startMs);
    },

    async remove(watchId) {
      states.remove(watchId);
      chunks.delete(watchId);
    },
  };
}
