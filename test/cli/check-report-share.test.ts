import { expect, it } from 'vitest';
import { shareOf, shareWords } from '../../cli/check-report-share.ts';
import { aVerdict } from '../support/a-verdict.ts';

it('is told with its interval, and not at all where there is no estimate', () => {
  const share = { low: 0.204, likely: 0.31, high: 0.52 };

  expect(shareOf({ ...aVerdict(), share })).toEqual(share);
  expect(shareWords(share)).toBe('about 31 % (20 to 52 %)');
  expect(shareOf(aVerdict())).toBeUndefined();
});
