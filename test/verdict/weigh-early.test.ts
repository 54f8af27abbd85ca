import { expect, it } from 'vitest';
import { type Evidence, measured, unmeasured } from '../../functions/model/evidence.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { weigh } from '../../functions/verdict/weigh.ts';

const MINUTE_MS = 60_000;
const { thresholds } = DETECTION;
const quiet = measured('near-duplicate', 0, 0, 0);
const young = unmeasured('deletion', '3 of 90 posts are old enough', 'whether posts vanish');
const blind = unmeasured('deletion', 'vanished posts were not looked for');
const gone = measured('deletion', 9, 0.5, 40);

function weighed(evidence: readonly Evidence[], ageMs?: number) {
  const facts = { posts: 90, accounts: 80, startMs: 1, endMs: 2, deletionTimesKnown: true };
  return weigh(evidence, { ...facts, ...(ageMs !== undefined && { ageMs }) }, thresholds);
}

it('does not call a burst organic while it is too young to tell', () => {
  expect(weighed([quiet, young], 0)).toMatchObject({
    level: 'undecided',
    undecidedBecause: 'too early: whether posts vanish is not known before 5 minutes',
    citing: ['deletion'],
  });
});

it.each`
  case                                    | evidence                                   | ageMs            | level
  ${'a minute before'}                    | ${[quiet, young]}                          | ${4 * MINUTE_MS} | ${'undecided'}
  ${'after five minutes'}                 | ${[quiet, young]}                          | ${5 * MINUTE_MS} | ${'organic'}
  ${'over, as in a file'}                 | ${[quiet, young]}                          | ${undefined}     | ${'organic'}
  ${'nobody looks for what vanished'}     | ${[quiet, blind]}                          | ${0}             | ${'organic'}
  ${'it was looked and nothing vanished'} | ${[quiet, measured('deletion', 0, 0, 0)]}  | ${0}             | ${'organic'}
  ${'something stands already'}           | ${[measured('groups', 9, 1, 50), young]}   | ${0}             | ${'suspicious'}
  ${'what is to come is only shown'}      | ${[quiet, { ...young, signal: 'origin' }]} | ${0}             | ${'organic'}
  ${'it is known by now'}                 | ${[quiet, gone]}                           | ${MINUTE_MS}     | ${'suspicious'}
`('$case: $level', ({ evidence, ageMs, level }) => {
  expect(weighed(evidence, ageMs).level).toBe(level);
});
