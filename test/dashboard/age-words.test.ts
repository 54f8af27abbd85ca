import { expect, it } from 'vitest';
import { ageWords } from '../../dashboard/age-words.ts';

it.each([
  [null, ''],
  [{ state: 'ready' }, ''],
  [
    { state: 'young', readyAt: '2026-11-24T14:00:00.000Z' },
    'baseline is young: tells bursts from Tuesday 24 Nov 2026, 14:00 UTC on, until then only very large ones',
  ],
  [
    { state: 'taught', from: '2026-11-15T09:00:00.000Z' },
    'taught what its source knew since 15 Nov 2026',
  ],
  [
    {
      state: 'reading',
      from: '2026-11-15T09:00:00.000Z',
      read: '2026-11-18T09:00:00.000Z',
      until: '2026-11-22T08:55:00.000Z',
    },
    'reading its past: 3 of 7 days, bursts are told afterwards',
  ],
] as const)('a baseline as %j reads: %s', (age, words) => {
  expect(ageWords(age)).toBe(words);
});
