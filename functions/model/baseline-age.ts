import type { Baseline } from './baseline.ts';

/** Whether a watch's baseline can tell a burst from the usual yet. Times are epoch milliseconds. */
export type BaselineAge =
  /** The source's past is being read, up to `readMs` so far; nothing is told meanwhile. */
  | {
      readonly state: 'reading';
      readonly fromMs: number;
      readonly readMs: number;
      readonly untilMs: number;
    }
  /** Only the plainest bursts are told before `readyMs`. */
  | { readonly state: 'young'; readonly readyMs: number }
  /** Ready from the start by what its source knew since `fromMs`. */
  | { readonly state: 'taught'; readonly fromMs: number }
  | { readonly state: 'ready' };

const MINUTE_MS = 60_000;

/**
 * A baseline is taught until it has learned as much by itself as makes one ready.
 *
 * @param needed buckets learned after which a baseline is young no more
 * @returns the same from poll to poll while nothing is missed, so that it need not be written
 */
export function baselineAge(
  { detector, learnedUntilMs, past }: Baseline,
  intervalMinutes: number,
  needed: number,
): BaselineAge {
  if (past !== undefined && learnedUntilMs < past.untilMs) {
    const { fromMs, untilMs } = past;
    return { state: 'reading', fromMs, readMs: Math.max(fromMs, learnedUntilMs), untilMs };
  }
  const missing = needed - detector.polls;
  if (missing > 0) {
    return { state: 'young', readyMs: learnedUntilMs + missing * intervalMinutes * MINUTE_MS };
  }
  if (past !== undefined && past.counted > 0 && detector.polls - past.counted < needed) {
    return { state: 'taught', fromMs: past.fromMs };
  }
  return { state: 'ready' };
}

export function isSameAge(one: BaselineAge | undefined, other: BaselineAge): boolean {
  if (one?.state !== other.state) return false;
  const [mine, theirs] = [one, other] as const;
  return (Object.keys(theirs) as (keyof typeof theirs)[]).every((key) => mine[key] === theirs[key]);
}
