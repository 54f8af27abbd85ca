import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaUnderCurve } from '../../../bench/verdicts/area-under-curve.ts';
import { levelShares } from '../../../bench/verdicts/level-shares.ts';
import { markdownTable } from '../../../bench/verdicts/markdown-table.ts';
import { quantile } from '../../../bench/verdicts/quantile.ts';
import { recallAt } from '../../../bench/verdicts/recall-at.ts';
import { shareCoverage } from '../../../bench/verdicts/share-coverage.ts';
import type { Verdict } from '../../../functions/model/verdict.ts';
import { aVerdict } from '../../support/a-verdict.ts';

const scores = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 30 });

describe('area under the curve', () => {
  it('is the share of pairs won, ties as half', () => {
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        const won = positives.flatMap((one) =>
          negatives.map((other) => (one === other ? 0.5 : Number(one > other))),
        );
        const share = won.reduce((sum, each) => sum + each, 0) / won.length;
        expect(areaUnderCurve(positives, negatives)).toBeCloseTo(share, 12);
      }),
    );
  });

  it('ranks what could not be measured last', () => {
    expect(areaUnderCurve([Number.NEGATIVE_INFINITY, 1], [0])).toBe(0.5);
  });
});

describe('recall at a share of false alarms', () => {
  it('lets no more negatives through than allowed', () => {
    fc.assert(
      fc.property(scores, scores, fc.constantFrom(0, 0.01, 0.1, 0.5), (some, others, most) => {
        expect(recallAt(others, others, most)).toBeLessThanOrEqual(most);
        expect(recallAt(some, others, most)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('counts the positives above the threshold', () => {
    expect(recallAt([3, 5, 9], [1, 2, 3, 4], 0)).toBeCloseTo(2 / 3, 12);
    expect(recallAt([3, 5, 9], [1, 2, 3, 4], 0.5)).toBe(1);
    expect(recallAt([3, 5, 9], [1, 2, 4, 20], 0.25)).toBeCloseTo(2 / 3, 12);
  });
});

describe('quantile', () => {
  it('is one of the values, by nearest rank', () => {
    expect([0, 0.2, 0.21, 0.5, 1].map((share) => quantile([5, 1, 4, 2, 3], share))).toEqual([
      1, 1, 2, 3, 5,
    ]);
    expect(() => quantile([], 0.5)).toThrow('at least one value');
  });
});

describe('what is written', () => {
  it('is a table of figures, with a dash for what is unknown', () => {
    expect(markdownTable(['a', 'b', 'c'], [['x', 0.5, null]])).toBe(
      '| a | b | c |\n| --- | --- | --- |\n| x | 0.500 | – |',
    );
  });

  it('is the share at each level', () => {
    const at = (level: Verdict['level']) => aVerdict({ level });

    expect(levelShares([at('coordinated'), at('organic'), at('organic'), at('undecided')])).toEqual(
      [0.25, 0, 0.5, 0.25],
    );
  });
});

describe('coverage of the share', () => {
  const told = (low: number, high: number, share: number) => ({
    share,
    verdict: { ...aVerdict(), share: { low, likely: (low + high) / 2, high } },
  });

  it('counts intervals that hold the truth, and how wide they are', () => {
    const { covered, width } = shareCoverage([
      told(0.2, 0.4, 0.3),
      told(0.2, 0.4, 0.4),
      told(0.1, 0.2, 0.3),
    ]);

    expect(covered).toBeCloseTo(2 / 3, 12);
    expect(width).toBeCloseTo(0.5 / 3, 12);
  });

  it('is unknown where no verdict tells a share', () => {
    expect(shareCoverage([{ share: 0.3, verdict: aVerdict() }])).toEqual({
      covered: null,
      width: null,
    });
  });
});
