/** What counts alone say of a burst. */
export type FoundBurst = {
  /** Start of the bucket that raised it, epoch milliseconds. */
  readonly startMs: number;
  /** End of the last bucket, null while it lasts. */
  readonly endMs: number | null;
  readonly severity: 'notice' | 'alert';
  readonly score: number;
  readonly young: boolean;
  readonly youth?: { readonly learned: number; readonly needed: number } | undefined;
  readonly expected: number;
  readonly peakPosts: number;
  /** What lies between here and its start was not counted, and may belong to it; absent where nothing does. */
  readonly uncountedFromMs?: number | undefined;
};
