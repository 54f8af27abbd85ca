import type { Rise, SourceTide } from '../model/surge.ts';

/** Keeps which watches rose when, for a week, and what is known of each source's tide. */
export interface TideStore {
  /** Repeating it changes nothing. */
  noteRise(rise: Rise): Promise<void>;

  /** Rises in [fromMs, toMs) of what one counts (model/surge `counterOf`), earliest first. Strongly consistent. */
  rises(counter: string, fromMs: number, toMs: number): Promise<readonly Rise[]>;

  /** Strongly consistent. Undefined before the first save. */
  get(counter: string): Promise<SourceTide | undefined>;

  /**
   * Creates (version 0) or replaces what is stored with exactly this version.
   *
   * @returns it as stored, its version one higher
   * @throws {ConflictError} if the stored version differs, or there is one of version 0 already
   */
  save(tide: SourceTide): Promise<SourceTide>;

  /** Sources whose surge has not been told yet, longest waiting first. */
  pendingNotices(limit: number): Promise<readonly SourceTide[]>;
}
