import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Evidence,
  type MeasuredEvidence,
  measured,
  type SignalName,
  unmeasured,
} from '../../functions/model/evidence.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { weigh } from '../../functions/verdict/weigh.ts';

const { thresholds } = DETECTION;
const facts = { posts: 400, accounts: 90, startMs: 1, endMs: 2, deletionTimesKnown: true };
const COUNTED = Object.keys(thresholds.bySignal) as SignalName[];

/** Evidence that just meets every condition of its signal, times a factor. */
function met(signal: SignalName, factor = 1): MeasuredEvidence {
  const limit = thresholds.bySignal[signal] ?? { score: 4, effect: 1, accounts: 1 };
  return measured(signal, limit.score * factor, limit.effect * factor, limit.accounts * factor);
}

const quiet = measured('near-duplicate', 0, 0, 0);
const levelOf = (evidence: readonly Evidence[], more: Partial<typeof facts> = {}) =>
  weigh(evidence, { ...facts, ...more }, thresholds).level;

describe('weigh', () => {
  it.each`
    case                                   | evidence                                                        | level
    ${'nothing stands'}                    | ${[quiet]}                                                      | ${'organic'}
    ${'one family stands'}                 | ${[met('near-duplicate')]}                                      | ${'suspicious'}
    ${'two families stand'}                | ${[met('near-duplicate'), met('concentration')]}                | ${'coordinated'}
    ${'two members of one family stand'}   | ${[met('synchrony'), met('sharp-end'), quiet]}                  | ${'suspicious'}
    ${'groups and reuse are one family'}   | ${[met('groups'), met('reuse'), quiet]}                         | ${'suspicious'}
    ${'a shown signal does not count'}     | ${[measured('account-age', 99, 1, 90), met('deletion'), quiet]} | ${'suspicious'}
    ${'no text or date was seen'}          | ${[measured('synchrony', 0, 0, 0)]}                             | ${'undecided'}
    ${'evidence stands, the rest unknown'} | ${[met('deletion')]}                                            | ${'suspicious'}
    ${'nothing was measured'}              | ${[unmeasured('near-duplicate', 'no text')]}                    | ${'undecided'}
  `('$case: $level', ({ evidence, level }) => {
    expect(levelOf(evidence)).toBe(level);
  });

  it.each(COUNTED)('%s stands only if score, effect and accounts all suffice', (signal) => {
    const just = met(signal);

    expect(weigh([just], facts, thresholds).standing).toHaveLength(1);
    for (const short of [
      { ...just, score: just.score - 0.01 },
      { ...just, effect: just.effect * 0.99 },
      { ...just, accounts: just.accounts - 1 },
    ]) {
      expect(weigh([short], facts, thresholds).standing).toEqual([]);
    }
  });

  it.each`
    signal              | score | effect  | accounts | family
    ${'near-duplicate'} | ${4}  | ${0.3}  | ${8}     | ${'text'}
    ${'reuse'}          | ${4}  | ${0.14} | ${5}     | ${'again'}
  `('lets fewer accounts of $signal do where the effect is larger', (given) => {
    const few = measured(given.signal, given.score, given.effect, given.accounts);

    expect(weigh([few], facts, thresholds).standing).toEqual([given.family]);
    for (const short of [
      { ...few, effect: few.effect - 0.01 },
      { ...few, accounts: few.accounts - 1 },
      { ...few, score: few.score - 0.1 },
    ]) {
      expect(weigh([short], facts, thresholds).standing).toEqual([]);
    }
  });

  it('decides nothing on too few posts or accounts, whatever the evidence', () => {
    const evidence = [met('near-duplicate', 3), met('concentration', 3)];

    expect(weigh(evidence, { ...facts, posts: 49 }, thresholds)).toMatchObject({
      level: 'undecided',
      undecidedBecause: '49 of 50 posts that a verdict needs',
    });
    expect(levelOf(evidence, { accounts: 5 })).toBe('undecided');
  });

  it('takes timing and deletion for one where only deletion times are known', () => {
    const evidence = [met('synchrony'), met('deletion'), quiet];

    expect(levelOf(evidence)).toBe('coordinated');
    expect(levelOf(evidence, { deletionTimesKnown: false })).toBe('suspicious');
  });

  it('gives 0.4 where one family is just met, 0.8 where twice over, more only by agreement', () => {
    const strength = (evidence: readonly Evidence[]) => weigh(evidence, facts, thresholds).strength;

    expect(strength([met('deletion')])).toBeCloseTo(0.4, 10);
    expect(strength([met('deletion', 9)])).toBeCloseTo(0.8, 10);
    expect(strength([met('deletion'), met('reuse')])).toBeCloseTo(1 - 0.6 * 0.6, 10);
    expect(strength([met('groups'), met('reuse')])).toBeCloseTo(0.4, 10);
  });

  it('rises with every score, effect and count, and stays below 1', () => {
    const anyEvidence = fc.record({
      score: fc.double({ min: 0, max: 400, noNaN: true }),
      effect: fc.double({ min: 0, max: 5, noNaN: true }),
      accounts: fc.nat(500),
    });
    const all = fc.tuple(...COUNTED.map(() => anyEvidence));
    fc.assert(
      fc.property(all, all, fc.boolean(), (some, more, deletionTimesKnown) => {
        const low = COUNTED.map((signal, at) => of(signal, some[at], undefined));
        const high = COUNTED.map((signal, at) => of(signal, some[at], more[at]));
        const [weak, strong] = [low, high].map(
          (one) => weigh(one, { ...facts, deletionTimesKnown }, thresholds).strength,
        );

        expect(strong).toBeGreaterThanOrEqual((weak ?? 0) - 1e-12);
        expect(weak).toBeGreaterThanOrEqual(0);
        expect(strong).toBeLessThan(1);
      }),
    );
  });

  it('is carried by what it was weighed with', () => {
    expect(weigh([quiet], facts, thresholds)).toMatchObject({
      thresholds: DETECTION.version,
      evidence: [quiet],
      posts: 400,
      accounts: 90,
    });
  });
});

type Figures = { score: number; effect: number; accounts: number };

function of(signal: SignalName, some: Figures | undefined, more: Figures | undefined): Evidence {
  const { score = 0, effect = 0, accounts = 0 } = some ?? {};
  return measured(
    signal,
    score + (more?.score ?? 0),
    effect + (more?.effect ?? 0),
    accounts + (more?.accounts ?? 0),
  );
}
