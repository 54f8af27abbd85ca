/** What a server still grants us, as its newest answer said. */
export type RateBudget = {
  /** Requests left at `nowMs`; infinite where the server never said or its period is over. */
  remaining(nowMs: number): number;
  /** When the running period ends, epoch milliseconds; undefined where unknown or over. */
  resetMs(nowMs: number): number | undefined;
  note(headers: Headers): void;
};

/** Keeps the `X-RateLimit-*` headers of one server. */
export function rateBudget(): RateBudget {
  let remaining = Number.POSITIVE_INFINITY;
  let endsMs = 0;
  return {
    remaining: (nowMs) => (nowMs < endsMs ? remaining : Number.POSITIVE_INFINITY),
    resetMs: (nowMs) => (nowMs < endsMs ? endsMs : undefined),
    note(headers) {
      // An answer out of a shared cache carries the limits of whoever filled the cache.
      if (Number(headers.get('age') ?? 0) > 0) return;
      const left = headers.get('x-ratelimit-remaining');
      const reset = Date.parse(headers.get('x-ratelimit-reset') ?? '');
      if (left === null || !/^\d+$/.test(left) || Number.isNaN(reset)) return;
      remaining = Number(left);
      endsMs = reset;
    },
  };
}
