import type { Verdict } from './verdict.ts';
import type { SourceName } from './watch.ts';

/** An on-demand check: one hashtag, or posts that somebody brought, judged as one burst. */
export type Check = {
  readonly checkId: string;
  readonly createdMs: number;
  /** Null when the posts came with the request. */
  readonly source: SourceName | null;
  readonly place: string | null;
  readonly hashtag: string;
  /** As it was written, without `#`; absent where `hashtag` says as much. */
  readonly display?: string | undefined;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  /** Posts read so far. */
  readonly postsRead: number;
  /** In words, when it failed. */
  readonly failure: string | null;
  readonly verdict: Verdict | null;
  readonly version: number;
};
