import { expect, it } from 'vitest';
import { decideAlert } from '../../functions/verdict/decide-alert.ts';

const settings = { dailyQuota: 3, quietMs: 1, lookBackBursts: 1 };

it.each`
  level            | previousLevel    | raisedToday | decision
  ${'organic'}     | ${'undecided'}   | ${0}        | ${'not-worse'}
  ${'undecided'}   | ${'undecided'}   | ${0}        | ${'not-worse'}
  ${'suspicious'}  | ${'undecided'}   | ${0}        | ${'raise'}
  ${'suspicious'}  | ${'organic'}     | ${2}        | ${'raise'}
  ${'suspicious'}  | ${'suspicious'}  | ${0}        | ${'not-worse'}
  ${'suspicious'}  | ${'coordinated'} | ${0}        | ${'not-worse'}
  ${'coordinated'} | ${'suspicious'}  | ${0}        | ${'raise'}
  ${'coordinated'} | ${'suspicious'}  | ${3}        | ${'quota-spent'}
  ${'suspicious'}  | ${'suspicious'}  | ${3}        | ${'not-worse'}
`('$level after $previousLevel, $raisedToday told: $decision', (row) => {
  const { level, previousLevel, raisedToday, decision } = row;

  expect(decideAlert(level, { previousLevel, raisedToday, tide: 'alone' }, settings)).toBe(
    decision,
  );
});

it.each`
  level            | previousLevel   | raisedToday | tide           | decision
  ${'suspicious'}  | ${'organic'}    | ${0}        | ${'unsettled'} | ${'waits'}
  ${'suspicious'}  | ${'organic'}    | ${3}        | ${'unsettled'} | ${'waits'}
  ${'suspicious'}  | ${'organic'}    | ${0}        | ${'surge'}     | ${'in-surge'}
  ${'suspicious'}  | ${'suspicious'} | ${0}        | ${'surge'}     | ${'not-worse'}
  ${'coordinated'} | ${'organic'}    | ${0}        | ${'unsettled'} | ${'raise'}
  ${'coordinated'} | ${'organic'}    | ${0}        | ${'surge'}     | ${'raise'}
  ${'coordinated'} | ${'organic'}    | ${3}        | ${'surge'}     | ${'quota-spent'}
  ${'organic'}     | ${'organic'}    | ${0}        | ${'surge'}     | ${'not-worse'}
`('$level, its tide $tide: $decision', (row) => {
  const { level, previousLevel, raisedToday, tide, decision } = row;

  expect(decideAlert(level, { previousLevel, raisedToday, tide }, settings)).toBe(decision);
});
