import type { Question } from './expectations.ts';

/**
 * Rows of EXPECTATIONS that the detector does not hold yet; a test asks for an entry to be struck
 * out as soon as it has closed. `node bench/simulator/bench-gaps.ts [ROW…]` prints what stands.
 */
export const KNOWN_GAPS: Readonly<Record<string, readonly (Question | 'verdict')[]>> = {
  // Fans write six to eight posts each, half of them come back: neither is enough to stand.
  O8: ['concentration', 'reuse'],
  // A third of the people came within two months: even growth over half a year is no null for them.
  O13: ['creation'],
  // The mill that began it is a small part of those who answer.
  O14: ['reuse'],
  // The greeting is copied; four in ten come back.
  O15: ['reuse', 'verdict'],
  // Bought accounts are two years old, ordinary ones five: shown beside the verdict, never counted.
  'C1 first': ['account-age'],
  C1: ['account-age'],
  // Copying alone is suspicious; who came back would make it coordinated.
  C2: ['reuse', 'verdict'],
  C3: ['reuse', 'verdict'],
  C4: ['concentration', 'reuse', 'verdict'],
  C5: ['concentration', 'reuse', 'verdict'],
  C6: ['concentration', 'reuse', 'verdict'],
  // Employees' accounts are younger than the audience's.
  C7: ['account-age', 'concentration', 'reuse', 'verdict'],
  C8: ['reuse'],
  C9: ['near-duplicate', 'reuse', 'verdict'],
  // Members react to the reveal as an audience reacts to a goal.
  C10: ['synchrony', 'verdict'],
  // A tenth of the posts, of their own words.
  C11: ['verdict'],
  C13: ['reuse'],
};
