import type { Burst } from '../model/burst.ts';
import type { VerdictLevel } from '../model/verdict.ts';
import type { SourceName } from '../model/watch.ts';

export type BurstQuery = {
  /** Bursts that began in [fromMs, toMs). */
  readonly fromMs: number;
  readonly toMs: number;
  readonly level?: VerdictLevel;
  readonly source?: SourceName;
  /** Only bursts of which the candidate version says another level. */
  readonly differs?: true;
  /** Part of the hashtag, normalised. */
  readonly q?: string;
  /** At most 200. */
  readonly limit: number;
  /** The `next` of the page before. */
  readonly cursor?: string;
};

export type BurstPage = { readonly bursts: readonly Burst[]; readonly next: string | null };

/** Keeps bursts with their verdicts and alerts: one item, conditional on its version. */
export interface BurstStore {
  /** Strongly consistent. */
  get(watchId: string, startMs: number): Promise<Burst | undefined>;

  /**
   * Creates (version 0) or replaces the burst that is stored with exactly this version.
   *
   * @returns the burst as stored, its version one higher
   * @throws {ConflictError} if the stored version differs, or a burst of version 0 exists already
   */
  save(burst: Burst): Promise<Burst>;

  /**
   * Newest first; filters apply before the limit. A page ends where `next` is null: with filters one
   * may be short, even empty, and have a next.
   *
   * @throws {InputError} for a cursor that is none of ours
   */
  list(query: BurstQuery): Promise<BurstPage>;

  /** Bursts of a watch, newest first. */
  ofWatch(watchId: string, limit: number): Promise<readonly Burst[]>;

  /** Bursts whose alert is pending, longest waiting first. */
  pendingAlerts(limit: number): Promise<readonly Burst[]>;
}
