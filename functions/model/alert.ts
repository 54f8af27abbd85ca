import type { SurgeMessage } from './surge.ts';
import type { VerdictLevel } from './verdict.ts';

/** A verdict for the worse, to be told once. Written with its verdict in one item; `sent` once the topic has taken it. */
export type Alert = {
  /** Stable: `burstId#level`. Channels drop a repeat by it. */
  readonly alertId: string;
  readonly level: Extract<VerdictLevel, 'suspicious' | 'coordinated'>;
  readonly state: 'pending' | 'sent';
  readonly raisedMs: number;
  readonly sentMs: number | null;
};

/** What a channel gets: one alert, ready to be shown. */
export type AlertMessage = {
  readonly alertId: string;
  readonly level: Alert['level'];
  readonly source: string;
  readonly hashtag: string;
  /** As it was written, without `#`; absent where `hashtag` says as much. */
  readonly display?: string | undefined;
  readonly burstId: string;
  readonly raisedMs: number;
  readonly startMs: number;
  /** How soon, in words: "first suspicious 4 min after the burst began"; null where that is not known. */
  readonly reached: string | null;
  readonly strength: number;
  /** How large the coordinated part is, in words; null where nothing that stands tells it. */
  readonly share: string | null;
  readonly posts: number;
  readonly accounts: number;
  /** How many of how many posts were looked at, in words; absent where it is nearly all. */
  readonly sample?: string | undefined;
  /** How many hashtags of the source rose together with it, in words; null where they did not. */
  readonly surge: string | null;
  /** Posts a bucket around the start, oldest first, for a spark line; null for a bucket that was missed. */
  readonly volume: readonly (number | null)[];
  readonly bucketMinutes: number;
  readonly expected: number;
  /** The strongest reasons, in words, strongest first. */
  readonly reasons: readonly string[];
  /** The innocent reading, and what would decide it. */
  readonly alternative: string;
  /** What the calendar of known events says of it, in sentences; absent or empty where it says nothing. */
  readonly events?: readonly string[] | undefined;
  /** Coordinated, as it was publicly called for. @default false */
  readonly openly?: boolean | undefined;
  /** Page of the burst. */
  readonly link: string;
  readonly thresholds: string;
};

/** What a topic or channel takes: an alert, or that a source surged. Told apart by `level`. */
export type Message = AlertMessage | SurgeMessage;
