/** What was judged, beside the evidence. */
export type Facts = {
  readonly posts: number;
  readonly accounts: number;
  /** First and last post, epoch milliseconds. */
  readonly startMs: number;
  readonly endMs: number;
  readonly deletionTimesKnown: boolean;
  /** How long the burst could be seen, milliseconds; absent where it is over, and nothing is to come. */
  readonly ageMs?: number;
};
