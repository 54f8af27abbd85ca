import { rate } from './bench-row.ts';
import type { Tallied } from './bench-tally.ts';
import { ceilingOf } from './expectations.ts';

/** At most so many runs may claim more than their scenario allows: two in a thousand. */
const ABOVE = 0.002;
/** From this dose on a covert event must be seen, */
const SEEN_FROM = 0.3;
/** in so many runs. */
const SEEN = 0.9;
/** Its organisers leave nothing to see: a miss that we print. */
const MISSED = 'C12';

/** Where the aims are not reached: what claims too much, and what is missed. */
export function benchSummary(cases: readonly Tallied[]): string {
  const above = cases.filter(({ tally }) => tally.above > ABOVE * tally.runs);
  const missed = cases.filter(
    ({ benchCase, tally }) =>
      benchCase.scenario.id !== MISSED &&
      benchCase.scenario.label === 'covert' &&
      (benchCase.dose ?? 0) >= SEEN_FROM &&
      tally.reached < SEEN * tally.runs,
  );
  const runs = cases.reduce((sum, { tally }) => sum + tally.runs, 0);
  return [
    `${cases.length} cases, ${runs} runs.`,
    '',
    `Above their ceiling in more than 2 of 1,000 runs (aim: none): ${above.length} cases.`,
    '',
    ...above.map(
      ({ benchCase, tally }) =>
        `- ${named(benchCase)}: above ${ceilingOf(benchCase.scenario.id)} in ${rate(tally.above, tally.runs)}; ${stood(tally)}. First: ${tally.examples.join('; ')}.`,
    ),
    '',
    `Covert, at a dose of 0.3 and more, below theirs in more than 10 % of runs (aim: none; C12 is the miss that we expect): ${missed.length} cases.`,
    '',
    'With earlier events of the same people known:',
    '',
    ...missed.filter(({ benchCase }) => benchCase.earlier > 0).map(missedLine),
    '',
    'The first event of its people, where nobody can be known to return:',
    '',
    ...missed.filter(({ benchCase }) => benchCase.earlier === 0).map(missedLine),
  ].join('\n');
}

function missedLine({ benchCase, tally }: Tallied): string {
  const reached = rate(tally.reached, tally.runs);
  const suspected = rate(tally.suspicious, tally.runs);
  return `- ${named(benchCase)}: ${ceilingOf(benchCase.scenario.id)} in ${reached}, suspicious or worse in ${suspected}; ${stood(tally)}`;
}

function named({ scenario, posts, dose, pollSeconds, earlier }: Tallied['benchCase']): string {
  const at = dose === undefined ? '' : `, dose ${dose}`;
  return `${scenario.id}, ${posts} posts${at}, poll ${pollSeconds} s, ${earlier} earlier`;
}

function stood({ stood: shares }: Tallied['tally']): string {
  const named = [...shares].map(([signal, share]) => `${signal} ${share.toFixed(2)}`);
  return named.length === 0 ? 'no signal stood' : `stood: ${named.join(', ')}`;
}
