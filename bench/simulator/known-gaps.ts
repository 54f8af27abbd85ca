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
  // The greeting is copied: suspicious, where nothing should be.
  O15: ['verdict'],
  // Bought accounts are two years old, ordinary ones five: shown beside the verdict, never counted.
  'C1 first': ['account-age'],
  C1: ['account-age'],
  // Those who come back copy too, and are told by that (copier-return) before reuse stands by itself.
  C2: ['reuse'],
  // Three of ten come back: fewer than a community may explain.
  C3: ['reuse', 'verdict'],
  // At a dose of 0.3 heavy posters write too little of the whole.
  C4: ['concentration'],
  C6: ['concentration'],
  // Employees' accounts are younger than the audience's: shown, never counted.
  C7: ['account-age', 'concentration'],
  // Half of the posts are copies, of a hundred lines of which three in ten are varied.
  C9: ['near-duplicate'],
  // Members react to the reveal as an audience reacts to a goal.
  C10: ['synchrony'],
  // A tenth of the posts, in words of their own.
  C11: ['verdict'],
  // Called coordinated: right about the act, more than a tag that never bursts should be called.
  C13: ['verdict'],
};
