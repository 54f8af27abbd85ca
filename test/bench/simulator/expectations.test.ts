import { describe, expect, it } from 'vitest';
import { GAP_SEEDS, gapsOf } from '../../../bench/simulator/bench-gaps.ts';
import { EXPECTATIONS } from '../../../bench/simulator/expectations.ts';
import { KNOWN_GAPS } from '../../../bench/simulator/known-gaps.ts';
import { SCENARIOS } from '../../../bench/simulator/scenarios/all.ts';

describe('which signal should speak', () => {
  it('is written down for every scenario, and for nothing else', () => {
    const rows = Object.keys(EXPECTATIONS);

    expect(new Set(rows.map((row) => row.split(' ')[0]))).toEqual(
      new Set(SCENARIOS.map(({ id }) => id)),
    );
    expect(Object.keys(KNOWN_GAPS).filter((row) => !rows.includes(row))).toEqual([]);
  });

  // A gap that has closed must be struck out, and a new one is a regression.
  it.each(Object.keys(EXPECTATIONS))('%s: all but the known gaps hold', (row) => {
    expect(gapsOf(row, GAP_SEEDS)).toEqual(KNOWN_GAPS[row] ?? []);
  });
});
