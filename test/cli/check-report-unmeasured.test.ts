import { expect, it } from 'vitest';
import { blindSignals, blindWords, nowhereMeasured } from '../../cli/check-report-unmeasured.ts';
import { measured, unmeasured } from '../../functions/model/evidence.ts';
import { aVerdict } from '../support/a-verdict.ts';

const nobody = 'no group of accounts came back from unrelated hashtags';
const one = aVerdict({
  evidence: [
    measured('near-duplicate', 9, 0.5, 20),
    unmeasured('returning-copies', nobody),
    unmeasured('deletion', 'not looked for'),
    unmeasured('returning-creation', nobody),
  ],
});

it('says a reason once for all signals that it holds for', () => {
  expect(blindWords(blindSignals(one))).toBe(
    `copies among the returned, batches among the returned (${nobody}); deletion (not looked for)`,
  );
});

it('finds what no verdict could measure for the same reason', () => {
  const other = aVerdict({
    evidence: [unmeasured('deletion', 'not looked for'), unmeasured('returning-copies', 'other')],
  });

  expect(nowhereMeasured([one, other])).toEqual([{ name: 'deletion', reason: 'not looked for' }]);
  expect(nowhereMeasured([one, aVerdict({ evidence: [] })])).toEqual([]);
});
