import type { Breaker } from '../../ports/ledger.ts';

/** Failures in a row after which one request at a time tries whether the server is back. */
const OPENS_AT = 5;

const FIRST_MS = 2_000;
const LONGEST_MS = 600_000;

/** An open breaker gives a server that much at least, whatever chance says. */
const OPEN_LEAST_MS = 30_000;

/**
 * The breaker after one failure more: exponential back-off with full jitter, since pollers that
 * wait equally long come back all at once.
 *
 * @param chance in [0, 1)
 * @param retryAtMs the server's own word on when to ask again
 * @source Brooker (2015), Exponential Backoff and Jitter, AWS Architecture Blog
 */
export function afterFailure(
  before: Breaker | undefined,
  nowMs: number,
  chance: number,
  retryAtMs = 0,
): Breaker {
  const failures = (before?.failures ?? 0) + 1;
  const longestMs = Math.min(LONGEST_MS, FIRST_MS * 2 ** failures);
  const waitMs = Math.max(chance * longestMs, failures >= OPENS_AT ? OPEN_LEAST_MS : 0);
  return {
    failures,
    sinceMs: before?.sinceMs ?? nowMs,
    untilMs: Math.ceil(Math.max(nowMs + waitMs, retryAtMs)),
  };
}

export function isOpen({ failures }: Breaker): boolean {
  return failures >= OPENS_AT;
}
