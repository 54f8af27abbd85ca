import type { Chance } from '../chance.ts';
import type { Account } from '../draft.ts';
import { parameter, type ValuesOf, valuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { stageOf } from '../stage.ts';
import { O6 } from './o6.ts';

const PARAMETERS = {
  /** Mean time after the start at which people bring it up by themselves. */
  immigrantHours: parameter(36, 'E', 12, 96),
  answerHours: parameter(72, 'E', 24, 96),
  /** Accounts that came to the network because of the crisis, and within which time. */
  young: parameter(0.34, 'S', 0.23, 0.45),
  youngDays: parameter(60, 'S', 40, 90),
  nearCopies: parameter(0.1, 'E', 0, 0.15),
  /** With these an account writes 2.7 to 5.7 posts. */
  alpha: parameter(2, 'S', 1.8, 2.1),
  kmax: parameter(100, 'S'),
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

const HOUR_MINUTES = 60;
const DAY_MS = 86_400_000;

/** A crisis that begins at `startMs` and has brought many people to the network in the weeks before. */
export const O13: Scenario<typeof PARAMETERS> = {
  id: 'O13',
  label: 'organic',
  title: 'crisis that brings newcomers to the network: many young accounts, for days',
  parameters: PARAMETERS,
  draft(input, values) {
    const { alpha, kmax, nearCopies } = values;
    const drafts = O6.draft(input, {
      ...valuesOf(O6.parameters),
      immigrantMinutes: values.immigrantHours * HOUR_MINUTES,
      cutHours: values.answerHours,
      nearCopies,
      alpha,
      kmax,
    });
    const chance = stageOf(input, 'O13').chance.fork('newcomers');
    const arrived = newcomers(chance, input, values);
    return drafts.map((draft) => ({ ...draft, account: arrived(draft.account) }));
  },
};

/** One in three arrived in the weeks before, more of them the nearer the crisis came. */
function newcomers(chance: Chance, { startMs, neighbours = [] }: ScenarioInput, values: Values) {
  // Who was met elsewhere before keeps the date that was seen there.
  const met = new Map(neighbours.map((account): [Account, Account] => [account, account]));
  return (account: Account): Account => {
    const known = met.get(account);
    if (known !== undefined) return known;
    const ageDays = values.youngDays * Math.min(chance.uniform(), chance.uniform());
    const isYoung = chance.uniform() < values.young;
    const createdMs = isYoung ? Math.floor(startMs - ageDays * DAY_MS) - 1 : account.createdMs;
    const arrived = { ...account, createdMs };
    met.set(account, arrived);
    return arrived;
  };
}
