import { expect, it } from 'vitest';
import { type Evidence, measured, unmeasured } from '../../functions/model/evidence.ts';
import { BURST } from '../../functions/settings/burst.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import type { Facts } from '../../functions/verdict/facts.ts';
import { weigh } from '../../functions/verdict/weigh.ts';
import { findingOf, reasonsOf } from '../../functions/verdict/words.ts';

const facts: Facts = {
  posts: 400,
  accounts: 90,
  startMs: 1,
  endMs: 2,
  deletionTimesKnown: true,
};
const copies = measured('near-duplicate', 9, 0.6, 60, { originals: 300, copies: 180, texts: 3 });
const heavy = measured('concentration', 9, 3, 40, { accounts: 90 });
/** As assess tells of a burst: the detector's score in nats. */
const volume = (score: number) => measured('burst', score / Math.LN10, score / 3, 0);
const { notice } = BURST.thresholds;

const weighed = (evidence: readonly Evidence[]) => weigh(evidence, facts, DETECTION.thresholds);

it.each`
  volume               | burst                                   | level            | cites
  ${'just noticed'}    | ${volume(notice)}                       | ${'coordinated'} | ${false}
  ${'not noticed'}     | ${volume(notice - 0.01)}                | ${'suspicious'}  | ${true}
  ${'as ever'}         | ${volume(0)}                            | ${'suspicious'}  | ${true}
  ${'not looked at'}   | ${unmeasured('burst', 'nobody looked')} | ${'coordinated'} | ${false}
  ${'told by nothing'} | ${measured('account-age', 0, 0, 0)}     | ${'coordinated'} | ${false}
`('calls families that agree $level where the volume is $volume', ({ burst, level, cites }) => {
  const verdict = weighed([burst, copies, heavy]);

  expect(verdict.level).toBe(level);
  expect(verdict.citing.includes('burst')).toBe(cites);
});

it.each([
  [[copies], 'suspicious'],
  [[measured('near-duplicate', 0, 0, 0)], 'organic'],
] as const)('asks for no rise in volume where less than coordinated is said', (evidence, level) => {
  const verdict = weighed([volume(0), ...evidence]);

  expect(verdict).toMatchObject({ level, citing: ['near-duplicate'] });
});

it('says in words why families that agree were not enough', () => {
  const verdict = weighed([volume(1), copies, heavy]);

  expect(findingOf(verdict)).toBe(
    'many copies of one text and few accounts that post a lot, but no rise in volume: nothing is being pushed up',
  );
  expect(reasonsOf(verdict)).toHaveLength(3);
  expect(reasonsOf(verdict).at(-1)).toMatch(/^the volume never rose far above .* past/);
  expect(reasonsOf(weighed([volume(99), copies, heavy]))).toHaveLength(2);
});
