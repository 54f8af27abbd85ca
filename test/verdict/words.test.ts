import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measured, SIGNALS, type SignalName } from '../../functions/model/evidence.ts';
import { FAMILIES, VERDICT_LEVELS } from '../../functions/model/verdict.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { FAMILY_OF } from '../../functions/verdict/family-words.ts';
import { alternativeOf, headlineOf, reasonsOf } from '../../functions/verdict/words.ts';
import { aVerdict } from '../support/a-verdict.ts';

const deletion = measured('deletion', 120, 0.58, 300, {
  posts: 540,
  gone: 312,
  withinSeconds: 300,
  usualShare: 0.03,
});
const copies = measured('near-duplicate', 12.25, 0.61, 48, {
  originals: 210,
  copies: 130,
  texts: 3,
  largest: 60,
  authors: 150,
  linkedCopies: 0,
});

describe('reasonsOf', () => {
  it('tells the strongest first, in numbers that can be counted again', () => {
    const verdict = aVerdict({ standing: ['text', 'deletion'], evidence: [copies, deletion] });

    expect(reasonsOf(verdict)).toEqual([
      '312 of 540 posts were gone within five minutes; ordinarily about 3 in 100 are',
      '130 of 210 original posts repeat 3 texts word for word or nearly, by 48 accounts; ordinarily about 2 in 100 authors do',
    ]);
  });

  it('gives no reason that does not stand', () => {
    const verdict = aVerdict({ standing: ['text'], evidence: [copies, deletion] });

    expect(reasonsOf(verdict)).toHaveLength(1);
  });

  it('tells one reason a family, the strongest that the verdict rests on', () => {
    const theirs = measured('returning-copies', 30, 0.44, 31, { ...copies.detail, copies: 93 });
    const reuse = measured('reuse', 50, 0.4, 60, { comparedPosts: 540, returningPosts: 217 });
    const groups = measured('groups', 70, 0.05, 9, { accounts: 300, groups: 1 });
    const verdict = aVerdict({
      standing: ['text', 'again'],
      citing: ['near-duplicate', 'returning-copies', 'reuse'],
      evidence: [copies, groups, reuse, theirs],
    });

    const reasons = reasonsOf(verdict);

    expect(reasons).toHaveLength(2);
    expect(reasons[0]).toMatch(/^217 of 540 posts come from accounts that were in earlier bursts/);
    expect(reasons[1]).toMatch(/^of the accounts that came back 31 repeat/);
  });

  it('says why it is undecided, and how much was looked at otherwise', () => {
    const because = '31 of 50 posts that a verdict needs';

    expect(reasonsOf(aVerdict({ level: 'undecided', undecidedBecause: because }))).toEqual([
      because,
    ]);
    expect(
      reasonsOf(aVerdict({ level: 'organic', standing: [], evidence: [copies, deletion] })),
    ).toEqual(['2 of 15 signals could be measured; none stands out']);
  });
});

describe('headlineOf and alternativeOf', () => {
  it.each`
    level            | standing                | headline
    ${'coordinated'} | ${['text', 'deletion']} | ${'Coordinated: many copies of one text and posts that vanish within minutes'}
    ${'suspicious'}  | ${['timing']}           | ${'Suspicious: accounts that act at the same moment, and nothing else that agrees'}
    ${'organic'}     | ${[]}                   | ${'Nothing stands out: consistent with people who act on their own'}
  `('$level', ({ level, standing, headline }) => {
    expect(headlineOf(aVerdict({ level, standing }))).toBe(headline);
  });

  it('offers an innocent reading for each family that stands', () => {
    const alternative = alternativeOf(aVerdict({ standing: ['text', 'deletion'] }));

    expect(alternative).toMatch(/openly asked to post.*removes posts itself.*What would decide/);
  });

  it('knows the same families as the thresholds', () => {
    const families = Object.fromEntries(
      Object.entries(DETECTION.thresholds.bySignal).map(([signal, one]) => [signal, one.family]),
    );

    expect(FAMILY_OF).toEqual(families);
  });

  it('never speaks of payment, bots or fakes, whatever the verdict', () => {
    const anyVerdict = fc
      .record({
        level: fc.constantFrom(...VERDICT_LEVELS),
        standing: fc.subarray([...FAMILIES]),
        signals: fc.subarray([...SIGNALS]),
      })
      .map(({ level, standing, signals }) =>
        aVerdict({
          level,
          standing,
          evidence: signals.map((one: SignalName) => measured(one, 9, 1, 20)),
        }),
      );
    fc.assert(
      fc.property(anyVerdict, (verdict) => {
        const words = [headlineOf(verdict), alternativeOf(verdict), ...reasonsOf(verdict)].join(
          ' ',
        );
        expect(words).not.toMatch(/\b(paid|pay|payment|bots?|fake|troll|undefined|NaN)\b/i);
      }),
    );
  });
});
