import type { EventWeek } from '../model/known-event.ts';

/** Keeps the calendar of known events, a week an item. */
export interface EventStore {
  /** Strongly consistent. Undefined for a week without an event so far. */
  get(week: number): Promise<EventWeek | undefined>;

  /**
   * Creates (version 0) or replaces the week that is stored with exactly this version.
   *
   * @returns it as stored, its version one higher
   * @throws {ConflictError} if the stored version differs, or there is one of version 0 already
   */
  save(week: EventWeek): Promise<EventWeek>;
}
