/** How partners hand in. Not part of the detector: no verdict depends on the version of these. */
export const INGEST = {
  /** Fifteen minutes, as long as a silent partner's watches are not stale. */
  silenceMs: 15 * 60_000,
  /** As long as what was handed in is kept, a week and a day. */
  keptMs: 8 * 86_400_000,
  /** One a second: who has more puts more posts into each. */
  batchesAMinute: 60,
  /** Twelve full batches. */
  linesAMinute: 60_000,
} as const;
