import type { ShadowVerdict } from '../../functions/model/verdict.ts';

export function aShadow(overrides: Partial<ShadowVerdict> = {}): ShadowVerdict {
  return {
    thresholds: '2026-12-a',
    level: 'suspicious',
    strength: 0.41,
    standing: ['text'],
    firstSuspiciousMs: Date.UTC(2026, 0, 6, 12, 3),
    firstCoordinatedMs: null,
    ...overrides,
  };
}
