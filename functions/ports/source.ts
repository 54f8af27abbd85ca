import type { IncomingPost } from '../model/post.ts';
import type { SourceCapability } from '../model/source-capability.ts';

export type { SourceCapability } from '../model/source-capability.ts';

export type Span = {
  /** Normalised, without `#`. */
  readonly hashtag: string;
  /** How to ask a network for it, without `#`; absent where `hashtag` will do. */
  readonly display?: string | undefined;
  readonly fromMs: number;
  /** Exclusive. */
  readonly toMs: number;
  /** The time at which the question is put. */
  readonly nowMs: number;
};

/** A post count a bucket; a bucket that is not listed was not counted: a gap, not a zero. */
export type BucketCount = { readonly startMs: number; readonly posts: number };

export type PastCounts = {
  /** Oldest first. */
  readonly counts: readonly BucketCount[];
  /** Buckets between those listed were not asked for; otherwise one that is not listed is a gap. @default false */
  readonly sampled?: boolean;
  /** What lies before this was read as far as it ever will be: go on from here. A bucket's end. */
  readonly untilMs: number;
};

export type PostReading = {
  /** Posts of the span that still stand, oldest first; a sealed one may be gone, and then says since when. */
  readonly posts: readonly IncomingPost[];
  /**
   * All that the source knows from here to the span's end was read: `span.fromMs`, or later where the
   * limit, or what one question may cost, was reached first. What lies before can be asked for again
   * with this as `toMs`.
   */
  readonly fromMs: number;
};

/** A hashtag of a network's own trend list. */
export type Trend = {
  /** Normalised, without `#`. */
  readonly hashtag: string;
  /** As the network writes it, without `#`. */
  readonly display: string;
  /** As the network says; null where it does not. */
  readonly posts: number | null;
  readonly accounts: number | null;
  readonly startedMs: number | null;
};

/** A network or archive that we may read. Every method may throw {SourceError}. */
export interface Source {
  readonly capability: SourceCapability;

  /**
   * Until when buckets of a hashtag can be counted: one that ends later has to wait, and is no gap.
   * Absent where it is always `capability.countLagMs` ago.
   */
  countedUntilMs?(hashtag: string, nowMs: number): Promise<number>;

  /** Counts a bucket of `bucketMs` from `fromMs`, oldest first. */
  counts(span: Span, bucketMs: number): Promise<readonly BucketCount[]>;

  /**
   * Counts from before a watch began, so that its baseline need not begin with nothing. May stop early
   * where one question would cost too much, and may leave buckets out to sample a busy hashtag.
   * Absent where a source knows nothing of the past.
   *
   * @returns `untilMs` at least one bucket after `span.fromMs`, at most `span.toMs`
   */
  past?(span: Span, bucketMs: number): Promise<PastCounts>;

  /** Reads the span from its newest post backwards, `limit` posts at most. */
  posts(span: Span, limit: number): Promise<PostReading>;

  /**
   * What the network itself says is trending now, first the first. Absent where it says nothing.
   *
   * @param place a place of the network's own naming; null for the whole of it
   */
  trending?(place: string | null, nowMs: number): Promise<readonly Trend[]>;

  /**
   * Which of these posts are gone. Not asked where deletions are `unseen`. Hashtag and times help a
   * source that pages; `display` as in a `Span`.
   */
  missing(
    posts: readonly { readonly id: string; readonly createdMs: number }[],
    hashtag: string,
    nowMs: number,
    display?: string,
  ): Promise<ReadonlySet<string>>;
}
