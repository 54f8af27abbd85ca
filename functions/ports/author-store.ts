import type { AuthorMemory } from '../model/usual-authors.ts';

/** Keeps what is known of usual authors, of watches (by watchId) and of sources (by their name). */
export interface AuthorStore {
  /** Undefined before the first save. What another writer saved a moment ago may be missing. */
  load(name: string): Promise<AuthorMemory | undefined>;

  /**
   * Creates (version 0) or replaces the memory stored with exactly this version, for 90 days.
   *
   * @param atMs the time of the poll or assessment that learned
   * @returns the memory as stored, its version one higher
   * @throws {ConflictError} if the stored version differs
   */
  save(name: string, memory: AuthorMemory, atMs: number): Promise<AuthorMemory>;
}
