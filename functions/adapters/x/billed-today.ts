/** More are forgotten, and counted again. */
const MOST_POSTS = 300_000;
const DAY_MS = 86_400_000;

export type BilledToday = {
  /** Of these posts, those that X would charge for now. */
  unbilled(ids: Iterable<string>, nowMs: number): readonly string[];
  note(ids: Iterable<string>, nowMs: number): void;
};

/**
 * The posts that this process was charged for on this UTC day: X charges for the same one once a
 * day. Other processes know nothing of it, and count a post again: too much rather than too little.
 */
export function billedToday(): BilledToday {
  let day = 0;
  let billed = new Set<string>();
  const turn = (nowMs: number) => {
    const today = Math.floor(nowMs / DAY_MS);
    if (today !== day || billed.size > MOST_POSTS) billed = new Set();
    day = today;
  };
  return {
    unbilled(ids, nowMs) {
      turn(nowMs);
      return [...new Set(ids)].filter((id) => !billed.has(id));
    },
    note(ids, nowMs) {
      turn(nowMs);
      for (const id of ids) billed.add(id);
    },
  };
}
