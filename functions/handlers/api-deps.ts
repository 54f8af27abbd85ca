import type { VolumeChunk } from '../model/baseline.ts';
import type { Burst } from '../model/burst.ts';
import type { Check } from '../model/check.ts';
import type { SignalName } from '../model/evidence.ts';
import type { KnownEvent, Occasion } from '../model/known-event.ts';
import type { SourcePost } from '../model/post.ts';
import type { SourceRecord } from '../model/source-capability.ts';
import type { VerdictLevel } from '../model/verdict.ts';
import type { IntervalMinutes, SourceName, Watch } from '../model/watch.ts';

export type Words = {
  readonly headline: string;
  readonly reasons: readonly string[];
  readonly alternative: string;
  /** Of each signal that stands. */
  readonly sentences: Partial<Readonly<Record<SignalName, string>>>;
};

export type BurstReading = {
  readonly burst: Burst;
  readonly words: Words | null;
  readonly volume: VolumeChunk | null;
};

/** What the calendar says of a burst, and whether it was coordinated openly. */
export type OccasionReading = {
  readonly occasion: Occasion;
  readonly openly: boolean;
  readonly sentences: readonly string[];
};

export type CheckReading = { readonly check: Check; readonly words: Words | null };

/** Bursts of a period by what the version that speaks and the candidate beside it say of them. */
type VersionsCompared = {
  readonly complete: boolean;
  readonly comparisons: readonly {
    readonly live: string;
    readonly shadow: string;
    readonly bursts: number;
    readonly differing: number;
    readonly cells: readonly {
      readonly live: VerdictLevel;
      readonly shadow: VerdictLevel;
      readonly bursts: number;
      readonly examples: readonly { readonly burstId: string; readonly hashtag: string }[];
    }[];
  }[];
};

type Target = {
  readonly source: SourceName;
  readonly place: string | null;
  /** As typed. */
  readonly hashtag: string;
};

export type BurstQuery = {
  readonly fromMs: number;
  readonly toMs: number;
  readonly level?: VerdictLevel;
  readonly differs?: true;
  readonly source?: SourceName;
  readonly q?: string;
  readonly limit: number;
  readonly cursor?: string;
};

export type IngestBatch = {
  readonly partner: string;
  readonly posts: readonly { readonly source: string; readonly post: SourcePost }[];
  readonly vouchings: readonly {
    readonly fromMs: number | null;
    readonly untilMs: number;
    readonly hashtags: readonly string[] | null;
  }[];
};

export type IngestOutcome = {
  readonly accepted: number;
  readonly deleted: number;
  readonly repeated: number;
  readonly unwatched: number;
  readonly late: number;
  readonly watched: readonly { readonly hashtag: string; readonly untilMs: number | null }[];
};

export type IngestDeps = {
  /** @returns undefined for a token that is nobody's, null where there is no partner at all */
  partnerOf(token: string, nowMs: number): Promise<string | undefined | null>;
  /** @returns milliseconds to wait; 0 for none */
  admit(partner: string, lines: number, atMs: number): Promise<number>;
  take(batch: IngestBatch, atMs: number): Promise<IngestOutcome>;
};

/** What the API needs of the rest: steps, already tied to their ports. */
export type ApiDeps = {
  readonly watches: {
    list(limit: number, after: string | undefined): Promise<readonly Watch[]>;
    get(watchId: string): Promise<Watch | undefined>;
    add(
      wish: Target & { readonly intervalMinutes: IntervalMinutes },
      atMs: number,
    ): Promise<{ readonly watch: Watch; readonly created: boolean }>;
    change(watchId: string, paused: boolean): Promise<Watch | undefined>;
    keep(watchId: string): Promise<Watch | undefined>;
    remove(watchId: string, atMs: number): Promise<boolean>;
  };
  readonly bursts: {
    list(
      query: BurstQuery,
    ): Promise<{ readonly readings: readonly BurstReading[]; readonly next: string | null }>;
    show(
      burstId: string,
    ): Promise<(BurstReading & { readonly occasion: OccasionReading }) | undefined>;
    compare(fromMs: number, toMs: number): Promise<VersionsCompared>;
  };
  readonly events: {
    list(fromMs: number, toMs: number): Promise<readonly KnownEvent[]>;
    keep(events: readonly KnownEvent[]): Promise<void>;
    remove(eventId: string): Promise<boolean>;
  };
  readonly checks: {
    get(checkId: string): Promise<CheckReading | undefined>;
    ofHashtag(target: Target, atMs: number): Promise<CheckReading>;
    ofPosts(
      posts: readonly { readonly source: string; readonly post: SourcePost }[],
      hashtag: string | null,
      atMs: number,
    ): Promise<CheckReading>;
  };
  readonly ingest: IngestDeps;
  /** Every source, also those that are off here. */
  readonly sources: readonly SourceRecord[];
  /** Version of the thresholds in force. */
  readonly thresholds: string;
  readonly log: {
    error(message: string, fields: Readonly<Record<string, string | number>>, error: unknown): void;
  };
};
