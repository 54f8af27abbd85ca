import type { Chance } from '../chance.ts';

/** Share of posts gone by an age. The end (11 %) is from an abstract, the way there our estimate. */
const GONE = [
  { share: 0, ageS: 10 },
  { share: 0.01, ageS: 300 },
  { share: 0.02, ageS: 3600 },
  { share: 0.04, ageS: 86_400 },
  { share: 0.11, ageS: 60 * 86_400 },
] as const;

/**
 * When its author deletes an ordinary post, epoch milliseconds; null for most, which stand.
 *
 * @param factor on every share, in 0.5..2
 */
export function ordinaryDeletion(chance: Chance, atMs: number, factor = 1): number | null {
  const share = chance.uniform() / factor;
  for (let at = 1; at < GONE.length; at += 1) {
    const from = GONE[at - 1] as (typeof GONE)[number];
    const to = GONE[at] as (typeof GONE)[number];
    if (share >= to.share) continue;
    const way = (share - from.share) / (to.share - from.share);
    return atMs + 1000 * from.ageS * (to.ageS / from.ageS) ** way;
  }
  return null;
}
