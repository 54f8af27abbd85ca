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
  // Bought accounts are two years old, ordinary ones five: shown beside the verdict, never counted.
  'C1 first': ['account-age'],
  C1: ['account-age'],
  // Three of ten come back, and a fifth of the posts are near copies: one or the other stands, seldom both.
  C3: ['verdict'],
  // Employees' accounts are younger than the audience's: shown, never counted.
  C7: ['account-age'],
  // Members react to the reveal as an audience reacts to a goal.
  C10: ['synchrony'],
  // A tenth of the posts in words of their own, and sometimes coordinated: right about the act, more than the table allows.
  C11: ['verdict'],
};
