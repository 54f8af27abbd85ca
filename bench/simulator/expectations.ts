import type { VerdictLevel } from '../../functions/model/verdict.ts';

/** Columns of the table: questions; several signals may answer one. */
export const QUESTIONS = [
  'burst',
  'synchrony',
  'near-duplicate',
  'account-age',
  'creation',
  'concentration',
  'reuse',
  'deletion',
  'origin',
  'impersonation',
] as const;
export type Question = (typeof QUESTIONS)[number];

/** Whether what answers a question should stand: `unmeasurable` where nothing can be known of it yet. */
export type Expected = 'must' | 'may' | 'must-not' | 'unmeasurable';

export type Expectation = {
  readonly signals: Readonly<Record<Question, Expected>>;
  /**
   * The strongest verdict allowed: more is a false alarm, and for a covert scenario less is a miss.
   * "coordinated" for an open one is right about the behaviour, which its people declared.
   */
  readonly ceiling: Exclude<VerdictLevel, 'undecided'>;
};

const EXPECTED: Readonly<Record<string, Expected>> = {
  '●': 'must',
  '○': 'may',
  '·': 'must-not',
  '–': 'unmeasurable',
};

/**
 * Which question should be answered yes, in the order of QUESTIONS, at a dose of 0.3 and more for
 * covert scenarios: ● must, ○ may, · must not, – cannot be measured.
 *
 * O15: reuse must stand in the table of SIMULATOR.md, and cannot here by design: the ritual returns
 * under its own hashtag, and who comes back under that has come back nowhere (docs/signals/reuse.md).
 * O4, O5: texts of under four words are no evidence of copying. O13: creation dates are compared
 * with the network's sign-up curve. C12 is to end undecided, for nothing can be seen of it;
 * "organic" is the miss that we print.
 */
export const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  O1: row('· · · · · · · · · ·', 'organic'),
  O2: row('● · · · · ○ ○ · · ·', 'organic'),
  O3: row('● · · · · · · · · ·', 'organic'),
  O4: row('● ○ · · · · ○ · · ·', 'suspicious'),
  O5: row('● ○ · · · · · · · ·', 'organic'),
  O6: row('● · ○ · · · · · · ·', 'organic'),
  O7: row('● · ○ · · · · · · ·', 'organic'),
  O8: row('● ○ ○ ○ ○ ● ● · · ·', 'coordinated'),
  O9: row('● ○ ● · · ○ ○ · · ·', 'coordinated'),
  O10: row('○ · ● · · · ○ · · ·', 'suspicious'),
  O11: row('● · ○ · · · · · · ·', 'organic'),
  O12: row('○ · ● · · · ○ · · ·', 'suspicious'),
  O13: row('● · · ● · ○ · · ○ ·', 'suspicious'),
  O14: row('● ○ ○ · · ○ ● · · ·', 'suspicious'),
  O15: row('○ ○ ○ · · · – · · ·', 'organic'),
  'C1 first': row('● ● · · · · – ● · ·', 'coordinated'),
  C1: row('● ● · · · · ● ● · ·', 'coordinated'),
  C2: row('● ○ ● · · ○ ● · · ·', 'coordinated'),
  C3: row('● ○ ○ · · ○ ● · · ·', 'coordinated'),
  C4: row('● ○ ● ○ ○ ● ● · ○ ○', 'coordinated'),
  C5: row('● ○ ○ · · ● ● · · ·', 'coordinated'),
  C6: row('○ · ○ · ○ ● ● · ○ ○', 'coordinated'),
  C7: row('○ · ○ · ○ ● ● · ○ ○', 'coordinated'),
  C8: row('● ○ ● ○ ● ○ ● · ○ ·', 'coordinated'),
  C9: row('● ○ ● ○ ● ○ ● · ○ ·', 'coordinated'),
  C10: row('● ● ○ ○ ○ · ○ · · ·', 'coordinated'),
  C11: row('● · ○ · · ○ ○ · · ·', 'suspicious'),
  C12: row('● · · · · · ○ · · ·', 'organic'),
  C13: row('· · ○ · · ○ ● · · ·', 'suspicious'),
};

/** @throws {Error} for a scenario that the table does not know */
export function ceilingOf(scenario: string): Expectation['ceiling'] {
  const expectation = EXPECTATIONS[scenario];
  if (expectation === undefined) throw new Error(`no expectation of ${scenario} is written down`);
  return expectation.ceiling;
}

function row(marks: string, ceiling: Expectation['ceiling']): Expectation {
  const expected = marks.split(' ').map((mark) => EXPECTED[mark] as Expected);
  const signals = Object.fromEntries(QUESTIONS.map((question, at) => [question, expected[at]]));
  return { signals: signals as Expectation['signals'], ceiling };
}
