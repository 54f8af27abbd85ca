/** Mastodon's ids carry the millisecond of creation above these bits. @source Mastodon, lib/mastodon/snowflake.rb */
const BITS = 16n;

/** An id and the declared time may lie so far apart; milliseconds are usual, seconds were seen. */
const TOLERANCE_MS = 60_000;

/**
 * The id before which every post of a server with timed ids was made earlier.
 *
 * @example idAt(1_785_593_462_237) // '117020653132967936'
 */
export function idAt(ms: number): string {
  return String(BigInt(Math.floor(ms)) << BITS);
}

/** Whether the ids of these posts tell their times, so that any moment can be asked for. Other servers number as they like. */
export function haveTimedIds(
  posts: readonly { readonly id: string; readonly createdMs: number }[],
): boolean {
  const timed = posts.filter(
    ({ id, createdMs }) =>
      /^\d{15,20}$/.test(id) && Math.abs(Number(BigInt(id) >> BITS) - createdMs) < TOLERANCE_MS,
  );
  return posts.length > 0 && 2 * timed.length > posts.length;
}
