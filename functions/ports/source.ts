import type { SourcePost } from '../model/post.ts';

/** What a source can do: sources differ, and the steps must not guess. */
export type SourceCapability = {
  /** How far back it still counts, milliseconds. */
  readonly historyMs: number;
  /** Whether it tells that a post is gone (and so deletion can be measured). */
  readonly seesDeletion: boolean;
  /** Resolution of account dates, milliseconds; null where it gives none. */
  readonly accountDateMs: number | null;
  /** Posts of a day cost no more than a few requests beside the counts. @default false */
  readonly postsWithCounts?: boolean;
};

export type Span = {
  /** Normalised, without `#`. */
  readonly hashtag: string;
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

/** A network or archive that we may read. Every method may throw {SourceError}. */
export interface Source {
  readonly capability: SourceCapability;

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

  /** Posts made in the span that still stand, oldest first. `limit` keeps the newest. */
  posts(span: Span, limit: number): Promise<readonly SourcePost[]>;

  /** Which of these posts are gone. Only asked where `seesDeletion`. `hashtag` and times help a source that pages. */
  missing(
    posts: readonly { readonly id: string; readonly createdMs: number }[],
    hashtag: string,
    nowMs: number,
  ): Promise<ReadonlySet<string>>;
}
