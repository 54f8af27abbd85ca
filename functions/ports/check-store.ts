import type { Check } from '../model/check.ts';

/** Keeps on-demand checks for 30 days. */
export interface CheckStore {
  get(checkId: string): Promise<Check | undefined>;

  /** @throws {ConflictError} if the stored version differs, or a check of version 0 exists already */
  save(check: Check): Promise<Check>;
}
