import type { TrendList } from '../../functions/model/trend-list.ts';

export function aTrendList(overrides: Partial<TrendList> = {}): TrendList {
  return {
    name: 'mastodon@one.example',
    readMs: Date.UTC(2026, 0, 5),
    health: { state: 'ok' },
    stays: [],
    version: 0,
    ...overrides,
  };
}
