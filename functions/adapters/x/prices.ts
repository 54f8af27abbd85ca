/** What X charges for what we ask, millionths of a US dollar. @source X's list of prices per request and resource, 2026 */
export const X_PRICES = {
  /** A request for recent counts. */
  countRequest: 5_000,
  /** A post in an answer; the same one again on the same UTC day is free. */
  post: 5_000,
  /** An account that comes along with its posts; likewise. */
  author: 10_000,
  /** A line of a trend list. */
  trend: 10_000,
} as const;

/** Millionths in a US dollar. */
export const MICRO = 1_000_000;
