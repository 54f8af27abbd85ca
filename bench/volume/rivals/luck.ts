import { rivalOf } from './scorer.ts';

/** Says nothing: the zero of the scale. */
export const silent = rivalOf<null>({
  name: 'null',
  range: [1, 2],
  stateBytes: 0,
  fresh: () => null,
  score: () => 0,
});

/** Once in three hours to once in three weeks. */
const RANGE = [Math.log(36), Math.log(6048)] as const;

/**
 * Alarms that know nothing of how high a count is: what luck is worth. Its chance is a hash of the counts so
 * far, so that it is the same in every run and another for each hashtag; a score of s comes once in e^s polls.
 */
export const random = rivalOf<{ mixed: number }>({
  name: 'random',
  range: RANGE,
  stateBytes: 4,
  fresh: () => ({ mixed: 0 }),
  score(state, posts) {
    state.mixed = mix(state.mixed + 0x9e3779b9 + Math.round(posts));
    return -Math.log((mix(state.mixed ^ 0x5bd1e995) + 1) / 2 ** 32);
  },
});

/** The finaliser of MurmurHash3: 32 bits from 32. */
function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
