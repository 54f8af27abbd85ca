import { isCached, LONGEST_WINDOW_MS, saidTime } from './said-time.ts';

/** What an answer's headers tell of the allowance that it was counted against. */
export type RateSaid = {
  /** Absent where only what is left was said. */
  readonly limit?: number;
  readonly remaining: number;
  /** When the network counts anew, by our clock; at most three seconds late. */
  readonly endsMs: number;
  readonly windowMs?: number;
};

/** Mastodon and Reddit; X; Bluesky and the IETF's draft. */
const SPELLINGS = ['x-ratelimit', 'x-rate-limit', 'ratelimit'];

/** @returns undefined where the network says nothing, or nothing that can be read */
export function rateSaid(headers: Headers, nowMs: number): RateSaid | undefined {
  if (isCached(headers)) return undefined;
  for (const spelling of SPELLINGS) {
    const remaining = countIn(headers.get(`${spelling}-remaining`));
    const ends = saidTime(headers.get(`${spelling}-reset`) ?? '', headers, nowMs);
    if (remaining === undefined || ends === undefined) continue;
    if (ends.ms - nowMs > LONGEST_WINDOW_MS) continue;
    const limit = countIn(headers.get(`${spelling}-limit`));
    const windowMs = policyWindow(headers.get(`${spelling}-policy`));
    return {
      remaining,
      endsMs: ends.ms + ends.laterMs,
      ...(limit !== undefined && { limit }),
      ...(windowMs !== undefined && { windowMs }),
    };
  }
  return undefined;
}

/** More than anybody grants: numbers beyond it are no numbers. */
const MOST_COUNT = 1e9;

/** Reddit says `599.0`; the draft appends its policies: `100, 100;w=10`. */
function countIn(text: string | null): number | undefined {
  const digits = /^\s*(\d+)(\.\d+)?\s*($|[,;])/.exec(text ?? '')?.[1];
  return digits === undefined ? undefined : Math.min(Number(digits), MOST_COUNT);
}

/** The draft's `3000;w=300`, the window in seconds. */
function policyWindow(text: string | null): number | undefined {
  const ms = Number(/;\s*w=(\d+)/.exec(text ?? '')?.[1] ?? 0) * 1_000;
  return ms > 0 && ms <= LONGEST_WINDOW_MS ? ms : undefined;
}
