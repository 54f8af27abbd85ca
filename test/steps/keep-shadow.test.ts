import { expect, it } from 'vitest';
import type { VerdictLevel } from '../../functions/model/verdict.ts';
import { keepShadow } from '../../functions/steps/keep-shadow.ts';
import { aVerdict } from '../support/a-verdict.ts';

const verdict = (level: VerdictLevel, strength: number, thresholds = '2026-12-a') =>
  aVerdict({ level, strength, thresholds, standing: level === 'organic' ? [] : ['text'] });

it('keeps the gravest, and when it was first as grave', () => {
  const first = keepShadow(null, verdict('suspicious', 0.5), 1);
  const second = keepShadow(first, verdict('coordinated', 0.8), 2);
  const third = keepShadow(second, verdict('organic', 0.1), 3);

  expect(first).toMatchObject({ firstSuspiciousMs: 1, firstCoordinatedMs: null });
  expect(third).toEqual(second);
  expect(third).toEqual({
    thresholds: '2026-12-a',
    level: 'coordinated',
    strength: 0.8,
    standing: ['text'],
    firstSuspiciousMs: 1,
    firstCoordinatedMs: 2,
  });
});

it('takes the newer of two that are equally grave', () => {
  const first = keepShadow(null, verdict('suspicious', 0.5), 1);
  expect(keepShadow(first, verdict('suspicious', 0.4), 2)).toMatchObject({
    strength: 0.4,
    firstSuspiciousMs: 1,
  });
});

it('begins anew with another version', () => {
  const before = keepShadow(null, verdict('coordinated', 0.9), 1);
  expect(keepShadow(before, verdict('organic', 0.1, '2027-01-a'), 5)).toEqual({
    thresholds: '2027-01-a',
    level: 'organic',
    strength: 0.1,
    standing: [],
    firstSuspiciousMs: null,
    firstCoordinatedMs: null,
  });
});
