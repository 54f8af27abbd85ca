import type { SourceName } from './watch.ts';

/** How many hashtags of a source rose together, and how many could have. */
export type RoseTogether = { readonly rose: number; readonly watched: number };

/** A watch rose: a burst of it opened. */
export type Rise = {
  /** Who counted it; see `counterOf`. */
  readonly counter: string;
  readonly watchId: string;
  readonly hashtag: string;
  /** End of the bucket that raised the burst, epoch milliseconds. */
  readonly atMs: number;
};

/** Most watches of a source rose together: to be told once. `sent` once the topic has taken it. */
export type Surge = RoseTogether & {
  /** First and last rise so far, epoch milliseconds. */
  readonly fromMs: number;
  readonly untilMs: number;
  /** The first to rise, at most `SURGE_EXAMPLES`. */
  readonly hashtags: readonly string[];
  readonly notice: {
    /** Stable. Channels drop a repeat by it. */
    readonly noticeId: string;
    readonly state: 'pending' | 'sent';
    readonly raisedMs: number;
    readonly sentMs: number | null;
  };
};

export const SURGE_EXAMPLES = 5;

/** What is known of the watches of one source together. */
export type SourceTide = {
  readonly source: SourceName;
  readonly place: string | null;
  /** Watches that could rise, as counted at `watchedMs`. */
  readonly watched: number;
  readonly watchedMs: number;
  /** The newest; null before the first. */
  readonly surge: Surge | null;
  /** Counts the writes; a write is conditional on it. 0 before the first. */
  readonly version: number;
};

/** Who counts the posts: the server of a source that has many, else the source. What lifts all it counts is one cause. */
export function counterOf({
  source,
  place,
}: {
  readonly source: SourceName;
  readonly place: string | null;
}): string {
  return place === null ? source : `${source}@${place}`;
}

/** What a channel gets of a surge, ready to be shown. */
export type SurgeMessage = {
  /** The notice's id. */
  readonly alertId: string;
  readonly level: 'surge';
  readonly source: string;
  readonly raisedMs: number;
  readonly startMs: number;
  readonly headline: string;
  /** First hashtags to rise. */
  readonly hashtags: readonly string[];
  /** What it means, a paragraph each. */
  readonly meaning: readonly string[];
  /** Page of the bursts. */
  readonly link: string;
};
