import type { TrendList } from '../model/trend-list.ts';

/** Keeps what was read of trend lists. Reads may be up to a second old; writes are conditional on `version`. */
export interface TrendStore {
  /** Every list, also one that no settings name any more, in any order. */
  all(): Promise<readonly TrendList[]>;

  /**
   * Creates (version 0) or replaces a list that is stored with exactly this version.
   *
   * @returns the list as stored, its version one higher
   * @throws {ConflictError} if the stored version differs, or a list of version 0 exists already
   */
  save(list: TrendList): Promise<TrendList>;

  remove(name: string): Promise<void>;
}
