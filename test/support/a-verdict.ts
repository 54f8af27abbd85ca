import { measured, unmeasured } from '../../functions/model/evidence.ts';
import type { Verdict } from '../../functions/model/verdict.ts';

export function aVerdict(overrides: Partial<Verdict> = {}): Verdict {
  return {
    level: 'coordinated',
    strength: 0.82,
    standing: ['text', 'concentration'],
    evidence: [
      measured('near-duplicate', 12.25, 0.61, 48, { copies: 130, largest: '31 accounts' }),
      measured('concentration', 9.5, 8.4, 30),
      unmeasured('deletion', 'vanished posts were not looked for'),
    ],
    citing: ['near-duplicate', 'concentration'],
    undecidedBecause: null,
    thresholds: '2026-11-a',
    posts: 412,
    accounts: 96,
    startMs: Date.UTC(2026, 0, 6, 12),
    endMs: Date.UTC(2026, 0, 6, 12, 9),
    ...overrides,
  };
}
