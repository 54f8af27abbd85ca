import type { SourceName, Watch } from '../model/watch.ts';

/** Keeps watches. Reads may be up to a second old; writes are conditional on `version`. */
export interface WatchStore {
  /** Undefined for an unknown watch. */
  get(watchId: string): Promise<Watch | undefined>;

  /**
   * Creates (version 0) or replaces a watch that is stored with exactly this version.
   *
   * @returns the watch as stored, its version one higher
   * @throws {ConflictError} if the stored version differs, or a watch of version 0 exists already
   */
  save(watch: Watch): Promise<Watch>;

  /**
   * @param version removes it only if it is stored with exactly this version
   * @returns whether there was one.
   */
  remove(watchId: string, version?: number): Promise<boolean>;

  /** Every watch of a slot (model/watch `slotOf`), in any order. */
  due(slot: string): Promise<readonly Watch[]>;

  /** How many watches of a source and place can see anything: neither paused nor stale. */
  count(source: SourceName, place: string | null): Promise<number>;

  /** A page of all watches, by watchId ascending; `after` is the last watchId of the page before. */
  list(limit: number, after?: string): Promise<readonly Watch[]>;
}
