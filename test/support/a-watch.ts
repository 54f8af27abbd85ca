import type { Watch } from '../../functions/model/watch.ts';

export function aWatch(overrides: Partial<Watch> = {}): Watch {
  return {
    watchId: 'replay:harbour',
    source: 'replay',
    place: null,
    hashtag: 'harbour',
    intervalMinutes: 5,
    phaseMinutes: 3,
    state: 'active',
    health: { state: 'ok' },
    createdMs: Date.UTC(2026, 0, 5),
    version: 0,
    ...overrides,
  };
}
