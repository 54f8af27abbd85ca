import type { SourceName } from './watch.ts';

/** What a source can do and what it costs: sources differ, and neither steps nor readers must guess. */
export type SourceCapability = {
  /** Finest bucket that it can count, milliseconds. */
  readonly countMs: number;
  /** A bucket can be counted so long after its end, milliseconds. @default 0 */
  readonly countLagMs?: number;
  /** How far back it still counts, milliseconds. */
  readonly historyMs: number;
  /** How far back the baseline of a new watch can be taught, milliseconds; 0 where nothing is known of the past. */
  readonly pastMs: number;
  /**
   * How deletions are seen: `looked-up` by asking for each post; `by-absence` where a post is no longer
   * listed between two that are; `unseen` where nothing tells (and so deletion cannot be measured).
   */
  readonly deletions: 'looked-up' | 'by-absence' | 'unseen';
  /** `day`: cut to midnight. `self-declared`: the account may have written it. */
  readonly authorDates: 'exact' | 'day' | 'self-declared' | 'unknown';
  /** Whether reposts are among its posts. */
  readonly reposts: boolean;
  /** Whether it lists what is trending. */
  readonly trends: boolean;
  /** What its network charges, US dollars; all 0 where it charges nothing. */
  readonly priceUsd: {
    readonly countRequest: number;
    readonly post: number;
    readonly author: number;
  };
  /** Posts of a day cost no more than a few requests beside the counts. */
  readonly postsWithCounts: boolean;
};

/** A source as this deployment has it: why it is off, or what it can do. */
export type SourceRecord = {
  readonly name: SourceName;
  /** What is missing for it to be read, in words; null where it is on. */
  readonly off: string | null;
  readonly capability: SourceCapability;
};
