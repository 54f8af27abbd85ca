import { saidTime } from './said-time.ts';

const UNSAID_MS = 60_000;

/** Whatever a server says: it may be wrong, and an hour later one request tells. */
const LONGEST_MS = 3_600_000;

const SAYERS = ['retry-after', 'x-ratelimit-reset', 'x-rate-limit-reset', 'ratelimit-reset'];

/**
 * When a server that refused for now may be asked again, epoch milliseconds by our clock:
 * `Retry-After` (seconds or a date), else when its allowance is counted anew, else in a minute;
 * in an hour at most.
 */
export function retryAt(headers: Headers, nowMs: number): number {
  for (const header of SAYERS) {
    const said = saidTime(headers.get(header) ?? '', headers, nowMs);
    if (said !== undefined && said.ms > nowMs) return Math.min(said.ms, nowMs + LONGEST_MS);
  }
  return nowMs + UNSAID_MS;
}
