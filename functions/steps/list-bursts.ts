import type { VolumeChunk } from '../model/baseline.ts';
import type { Burst } from '../model/burst.ts';
import type { BaselineStore } from '../ports/baseline-store.ts';
import type { BurstQuery, BurstStore } from '../ports/burst-store.ts';
import { type VerdictWords, verdictWords } from './verdict-words.ts';
import { type VolumeFrame, volumeAround } from './volume-around.ts';

/** A burst as a reader gets it. */
export type BurstReading = {
  readonly burst: Burst;
  readonly words: VerdictWords | null;
  readonly volume: VolumeChunk | null;
};

export type ReadPorts = { readonly bursts: BurstStore; readonly baselines: BaselineStore };

/** Enough for a spark line. */
const SPARK: VolumeFrame = { before: 24, after: 12, most: 96 };

/** A page of bursts, newest first, each with its verdict in words and its volume. */
export async function listBursts(
  query: BurstQuery,
  ports: ReadPorts,
): Promise<{ readonly readings: readonly BurstReading[]; readonly next: string | null }> {
  const { bursts, next } = await ports.bursts.list(query);
  const volumes = await Promise.all(
    bursts.map((burst) => volumeAround(burst, SPARK, ports.baselines)),
  );
  const readings = bursts.map((burst, index) => ({
    burst,
    words: verdictWords(burst.verdict),
    volume: volumes[index] ?? null,
  }));
  return { readings, next };
}
