import { severityOf } from '../../functions/model/verdict.ts';
import { type Answer, type Answered, answered } from './bench-answers.ts';
import { benchCase } from './bench-cases.ts';
import { EXPECTATIONS, type Expected, QUESTIONS } from './expectations.ts';
import type { Scenario } from './scenario.ts';
import { SCENARIOS } from './scenarios/all.ts';

/** Few, but the same each time. */
export const GAP_SEEDS = [1, 2, 3, 4];
const EARLIER = 3;
/** From this dose on a covert event must be seen; a rider is never so large. */
const DOSE = 0.3;
const RIDER_DOSE = 0.1;
/** What must be must be in three runs of four; what must not be, in none. */
const MOST = 0.75;
/** Sixty accounts at ten posts an hour, seven tenths of all: larger, and it would be no drip. */
const DRIP_POSTS = 1030;

/**
 * Where the detector does not do what the table of a scenario expects: the names of the questions,
 * and `verdict` where it claims more than the ceiling, or less of a covert event.
 *
 * @param row as in EXPECTATIONS; "first" is the first event of its people
 */
export function gapsOf(row: string, seeds: readonly number[]): readonly string[] {
  const expectation = EXPECTATIONS[row];
  const [id = '', first] = row.split(' ');
  const scenario = SCENARIOS.find((one) => one.id === id);
  if (expectation === undefined || scenario === undefined) throw new Error(`no row ${row}`);
  const played = caseOf(scenario, first === undefined ? EARLIER : 0);
  const runs = seeds.map((seed) => answered(played, seed));
  const wrong = QUESTIONS.filter(
    (question) =>
      !holds(
        expectation.signals[question],
        runs.map(({ answers }) => answers[question]),
      ),
  );
  return [...wrong, ...(verdictHolds(scenario, runs, expectation.ceiling) ? [] : ['verdict'])];
}

function caseOf(scenario: Scenario, earlier: number) {
  const isCovert = scenario.label === 'covert';
  return benchCase(scenario, {
    earlier,
    ...(isCovert ? { dose: scenario.id === 'C11' ? RIDER_DOSE : DOSE } : {}),
    ...(scenario.id === 'C13' ? { posts: DRIP_POSTS } : {}),
  });
}

function holds(expected: Expected, answers: readonly Answer[]): boolean {
  const yes = answers.filter((answer) => answer === 'yes').length;
  if (expected === 'must') return yes >= MOST * answers.length;
  if (expected === 'must-not') return yes === 0;
  if (expected === 'unmeasurable') return answers.every((answer) => answer === 'unmeasured');
  return true;
}

function verdictHolds(
  { label }: Scenario,
  runs: readonly Answered[],
  ceiling: Answered['level'],
): boolean {
  const above = runs.some(({ level }) => severityOf(level) > severityOf(ceiling));
  const reached = runs.filter(({ level }) => severityOf(level) >= severityOf(ceiling)).length;
  return !above && (label !== 'covert' || reached >= MOST * runs.length);
}

/** Prints the gaps of the rows named, or of all, as they stand in known-gaps.ts. */
if (import.meta.main) {
  const wanted = process.argv.slice(2);
  for (const row of Object.keys(EXPECTATIONS).filter(
    (one) => wanted.length === 0 || wanted.includes(one),
  )) {
    const gaps = gapsOf(row, GAP_SEEDS);
    if (gaps.length > 0) console.log(`  '${row}': ['${gaps.join("', '")}'],`);
  }
}
