const SECOND_MS = 1000;
const PHASE_MS = 10;
const PHASES = SECOND_MS / PHASE_MS;
/** Phases in a tenth of a second, wherever it begins. */
const TENTH = 11;
/** A script that fires every second has stragglers; a sample stream has none. */
const NEARLY_ALL = 0.99;

/**
 * Whether posts stand in one tenth of the second. Sample streams pick so: who posts at the right
 * millisecond of any second is in, and all that are in seem to post together.
 *
 * @param times milliseconds
 * @source Pfeffer, Mayer and Morstatter (2018), Tampering with Twitter's Sample API: 657 to 666 ms
 */
export function isPickedByMoment(times: readonly number[]): boolean {
  const posts = new Int32Array(PHASES);
  for (const time of times) {
    const phase = Math.floor((time % SECOND_MS) / PHASE_MS);
    posts[phase] = (posts[phase] ?? 0) + 1;
  }
  const most = posts.reduce((best, _, from) => Math.max(best, heldFrom(posts, from)), 0);
  return most >= NEARLY_ALL * times.length;
}

function heldFrom(posts: Int32Array, from: number): number {
  let held = 0;
  for (let step = 0; step < TENTH; step++) held += posts[(from + step) % PHASES] ?? 0;
  return held;
}
