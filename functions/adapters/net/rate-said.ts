import { isCached, saidTime } from './said-time.ts';

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

/** Reddit says `599.0`; the draft appends its policies: `100, 100;w=10`. */
function countIn(text: string | null): number | undefined {
  const digits = /^\s*(\d+)(\.\d+)?\s*($|[,;])/.exec(text ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The draft's `3000;w=300`, the window in seconds. */
function policyWindow(text: string | null): number | undefined {
  const seconds = /;\s*w=(\d+)/.exec(text ?? '')?.[1];
  return seconds === undefined || Number(seconds) === 0 ? undefined : Number(seconds) * 1_000;
}
