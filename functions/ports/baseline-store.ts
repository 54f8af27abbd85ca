import type { Baseline, VolumeChunk } from '../model/baseline.ts';

/** Keeps baselines and the volume history that grew out of them. */
export interface BaselineStore {
  /** Strongly consistent. Undefined before the first save. */
  load(watchId: string): Promise<Baseline | undefined>;

  /**
   * Creates (version 0) or replaces the baseline stored with exactly this version.
   * `full` are chunks that were completed since: kept first, idempotently, by their start.
   *
   * @returns the baseline as stored, its version one higher
   * @throws {ConflictError} if the stored version differs
   */
  save(baseline: Baseline, full: readonly VolumeChunk[]): Promise<Baseline>;

  /** Completed chunks that overlap [fromMs, toMs), oldest first. The chunk being filled is in `load`. */
  volume(watchId: string, fromMs: number, toMs: number): Promise<readonly VolumeChunk[]>;

  /** Forgets a watch's baseline and volume. */
  remove(watchId: string): Promise<void>;
}
