import type { Alert } from './alert.ts';
import type { Company } from './company.ts';
import type { KeptPosts } from './kept-posts.ts';
import type { RoseTogether } from './surge.ts';
import type { ShadowVerdict, Verdict } from './verdict.ts';
import type { SourceName } from './watch.ts';

/** Smallest pseudonyms of the accounts seen in a burst: a sample that is the same for the same account everywhere. */
export type ParticipantSketch = {
  /** At most `PARTICIPANT_SKETCH_SIZE` pseudonyms (the smallest), ascending. */
  readonly accounts: readonly string[];
  /** Accounts of the burst, sampled or not. */
  readonly total: number;
};

export const PARTICIPANT_SKETCH_SIZE = 512;

/** How many of the posts that a source counted were kept to be judged. */
export type Sample = {
  readonly kept: number;
  /** At least `kept`: posts that vanish between two counts are counted by neither. */
  readonly counted: number;
};

/** A stretch in which a hashtag stood far above its own past. `keptFromMs` is earlier than its start where it was suspected. */
export type Burst = KeptPosts & {
  /** `watchId/startMs`; see `burstIdOf`. */
  readonly burstId: string;
  readonly watchId: string;
  readonly source: SourceName;
  readonly place: string | null;
  readonly hashtag: string;
  /** As it was written, without `#`; absent where `hashtag` says as much. */
  readonly display?: string | undefined;
  /** Start of the bucket that raised it, epoch milliseconds. */
  readonly startMs: number;
  /** End of the last bucket, null while it lasts. */
  readonly endMs: number | null;
  /** The volume detector's severity at its highest. */
  readonly severity: 'notice' | 'alert';
  /** The volume detector's score at its highest, see docs/signals/burst.md. */
  readonly score: number;
  /** The watch's baseline was still young when it opened. */
  readonly young: boolean;
  /** Buckets that a young baseline had learned, of those it needs; absent where it was not young or is not known. */
  readonly youth?: { readonly learned: number; readonly needed: number } | undefined;
  /** Posts a bucket that the baseline led one to expect when it opened. */
  readonly expected: number;
  /** Highest bucket so far. */
  readonly peakPosts: number;
  readonly bucketMinutes: number;
  /** Posts counted in its buckets in [fromMs, untilMs), those in which it was suspected among them. */
  readonly counted: {
    readonly fromMs: number;
    readonly untilMs: number;
    readonly posts: number;
    /** A bucket between them could not be counted. */
    readonly missed?: true | undefined;
  };
  /** Null before it was judged, and where it began more than a day before. */
  readonly sample: Sample | null;
  /** The last poll that brought posts, missed posts or closed it, epoch milliseconds. */
  readonly changedMs: number;
  /** The `changedMs` that was judged last; 0 before the first. Smaller than `changedMs`: an assessment is due. */
  readonly assessedUntilMs: number;
  /** The gravest verdict so far; null before the first. */
  readonly verdict: Verdict | null;
  readonly firstSuspiciousMs: number | null;
  readonly firstCoordinatedMs: number | null;
  /** Null where no candidate version judged it. */
  readonly shadow: ShadowVerdict | null;
  readonly sketch: ParticipantSketch | null;
  /** Null before posts were kept, and in bursts kept before it was counted. */
  readonly company: Company | null;
  /** Its source surged: so many of its hashtags rose together with this one. Null where they did not, or it is not known yet. */
  readonly surge: RoseTogether | null;
  /** The assessment that waited to see what its source's other hashtags do, epoch milliseconds; null where none waits. */
  readonly waitsMs: number | null;
  readonly alert: Alert | null;
  /** Counts the writes; a write is conditional on it. 0 before the first. */
  readonly version: number;
};

/** Whether the candidate version calls it by another level than the version that speaks. */
export function versionsDiffer({ verdict, shadow }: Pick<Burst, 'verdict' | 'shadow'>): boolean {
  return verdict !== null && shadow !== null && verdict.level !== shadow.level;
}

/** Whether it is to be judged by an assessment at `atMs`: it changed, or the last one waited. */
export function isUnjudged(
  { changedMs, assessedUntilMs, waitsMs }: Pick<Burst, 'changedMs' | 'assessedUntilMs' | 'waitsMs'>,
  atMs: number,
): boolean {
  return changedMs > assessedUntilMs || (waitsMs !== null && waitsMs < atMs);
}

export function burstIdOf(watchId: string, startMs: number): string {
  return `${watchId}/${startMs}`;
}

/** @returns undefined if `burstId` is not one */
export function parseBurstId(
  burstId: string,
): { readonly watchId: string; readonly startMs: number } | undefined {
  const slash = burstId.lastIndexOf('/');
  const start = burstId.slice(slash + 1);
  const startMs = Number(start);
  if (slash <= 0 || String(startMs) !== start || !Number.isSafeInteger(startMs)) return undefined;
  return { watchId: burstId.slice(0, slash), startMs };
}
