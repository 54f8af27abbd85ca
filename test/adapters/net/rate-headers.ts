/** How networks spell what they grant. */
export const RATE_STYLES = ['mastodon', 'x', 'bluesky', 'seconds'] as const;
export type RateStyle = (typeof RATE_STYLES)[number];

/** `nowMs` and `resetMs` are the server's own time. */
export type RateState = {
  readonly limit: number;
  readonly remaining: number;
  readonly windowMs: number;
  readonly resetMs: number;
  readonly nowMs: number;
};

/** The headers of a rate limit: ISO time, epoch seconds (two spellings), or seconds that remain. */
export function rateHeaders(style: RateStyle, state: RateState): Record<string, string> {
  const limit = String(state.limit);
  const remaining = String(state.remaining);
  const epochSeconds = String(Math.ceil(state.resetMs / 1000));
  switch (style) {
    case 'mastodon':
      return {
        'x-ratelimit-limit': limit,
        'x-ratelimit-remaining': remaining,
        'x-ratelimit-reset': new Date(state.resetMs).toISOString(),
      };
    case 'x':
      return {
        'x-rate-limit-limit': limit,
        'x-rate-limit-remaining': remaining,
        'x-rate-limit-reset': epochSeconds,
      };
    case 'bluesky':
      return {
        'ratelimit-limit': limit,
        'ratelimit-remaining': remaining,
        'ratelimit-reset': epochSeconds,
        'ratelimit-policy': `${limit};w=${state.windowMs / 1000}`,
      };
    case 'seconds':
      return {
        'x-ratelimit-used': String(state.limit - state.remaining),
        'x-ratelimit-remaining': `${remaining}.0`,
        'x-ratelimit-reset': String(Math.ceil((state.resetMs - state.nowMs) / 1000)),
      };
  }
}
