import type { Check } from '../../functions/model/check.ts';

export function aCheck(overrides: Partial<Check> = {}): Check {
  return {
    checkId: 'check-1',
    createdMs: Date.UTC(2026, 0, 6, 12),
    source: 'replay',
    place: null,
    hashtag: 'harbour',
    state: 'waiting',
    postsRead: 0,
    failure: null,
    verdict: null,
    version: 0,
    ...overrides,
  };
}
