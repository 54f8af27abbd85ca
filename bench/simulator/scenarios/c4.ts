import { accountCreatedMs } from '../blocks/account-age.ts';
import { answerTimes } from '../blocks/answer-times.ts';
import { answers } from '../blocks/answers.ts';
import { newAccount } from '../blocks/crowd.ts';
import { ordinaryDeletion } from '../blocks/ordinary-deletion.ts';
import { type Mould, type Personas, personas } from '../blocks/persona.ts';
import { ALPHA, KMAX } from '../blocks/posts-an-account.ts';
import { rosterOf } from '../blocks/roster.ts';
import { tagged } from '../blocks/tagged.ts';
import { handEdited, textBank } from '../blocks/text-bank.ts';
import type { Chance } from '../chance.ts';
import type { Account, Draft } from '../draft.ts';
import { pick } from '../draw/pick.ts';
import { weightedIndex } from '../draw/weighted-index.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  /** From the order to an account's first post, drawn evenly. */
  soonestMinutes: parameter(2, 'C'),
  latestMinutes: parameter(10, 'C'),
  hours: parameter(2, 'E', 1, 3),
  /** Accounts that write as many posts as are ordered; the others fall short. */
  fulfilled: parameter(0.85, 'E', 0.5, 1),
  bank: parameter(30, 'E', 15, 60),
  edited: parameter(0.5, 'E', 0.2, 0.8),
  women: parameter(0.25, 'E', 0, 0.5),
  newsrooms: parameter(0.05, 'E', 0, 0.15),
  /** Accounts that say a place which does not fit the audience; of others few do. */
  away: parameter(0.4, 'E', 0.1, 0.7),
  othersAway: parameter(0.05, 'E', 0, 0.15),
  returnRate: parameter(0.7, 'E', 0.4, 0.95),
  repostShare: parameter(0.5, 'E', 0, 0.8),
  answerHours: parameter(12, 'E', 3, 24),
  alpha: ALPHA,
  kmax: KMAX,
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

/** Posts that are ordered of an account, and how often; our estimate. */
const QUOTAS = [10, 20, 50] as const;
const QUOTA_WEIGHTS = [0.6, 0.3, 0.1];

const USUAL_DOSE = 0.4;
const MINUTE_MS = 60_000;

/**
 * As officials allege of a contractor, and the party concerned denies: an order goes out at
 * `startMs` and accounts work it off by the piece. Nearly every figure is our estimate: this plays
 * an allegation and is no evidence for it.
 */
export const C4: Scenario<typeof PARAMETERS> = {
  id: 'C4',
  label: 'covert',
  title: 'contractor as alleged: personas work off an order by the piece',
  parameters: PARAMETERS,
  daily: true,
  draft(input, values) {
    const stage = stageOf(input, 'C4');
    const corePosts = Math.max(1, Math.round(input.posts * (input.dose ?? USUAL_DOSE)));
    const invented = personas();
    const core = ordered(stage, input, values, { posts: corePosts, invented });
    const count = Math.max(0, input.posts - corePosts);
    const cutMs = values.answerHours * 60 * MINUTE_MS;
    const uptake = answers(stage, input, {
      to: core,
      times: answerTimes(stage.chance.fork('answer times'), core, count, cutMs),
      repostShare: values.repostShare,
      law: values,
      presented: presentedPlainly(stage, values, invented),
    });
    return [...core, ...uptake];
  },
};

type Order = { readonly posts: number; readonly invented: Personas };

function ordered(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  { posts, invented }: Order,
): readonly Draft[] {
  const chance = stage.chance.fork('core');
  const quotas = quotasOf(chance, values, posts);
  const workers = rosterOf(chance, {
    accounts: quotas.length,
    returning: input.returning,
    returnRate: values.returnRate,
    newcomer: () => worker(chance, input, values, invented),
  });
  const nextText = lines(stage, values);
  return workers.flatMap((account, at) => {
    const { soonestMinutes, latestMinutes, hours } = values;
    const startMinutes = soonestMinutes + chance.uniform() * (latestMinutes - soonestMinutes);
    return Array.from({ length: quotas[at] as number }, (): Draft => {
      const atMs = input.startMs + (startMinutes + chance.uniform() * hours * 60) * MINUTE_MS;
      const text = tagged(nextText(), input.hashtag);
      const deletedMs = ordinaryDeletion(chance, atMs);
      return { atMs, account, text, repost: false, role: 'core', deletedMs };
    });
  });
}

/** Posts of each account: what was ordered, or less. */
function quotasOf(chance: Chance, values: Values, posts: number): readonly number[] {
  const draw = weightedIndex(QUOTA_WEIGHTS);
  const quotas: number[] = [];
  for (let left = posts; left > 0; left -= quotas.at(-1) as number) {
    const quota = QUOTAS[draw(chance)] as number;
    const done = chance.uniform() < values.fulfilled ? 1 : chance.uniform();
    quotas.push(Math.min(left, Math.max(1, Math.floor(quota * done))));
  }
  return quotas;
}

function worker(chance: Chance, input: ScenarioInput, values: Values, invented: Personas): Account {
  const account = newAccount(chance, accountCreatedMs(chance, input.startMs, 'active'));
  const away = chance.uniform() < values.away;
  return { ...account, persona: invented.draw(chance, mouldOf(chance, values), away) };
}

function mouldOf(chance: Chance, { women, newsrooms }: Values): Mould {
  const kind = chance.uniform();
  if (kind < women) return 'woman';
  return kind < women + newsrooms ? 'newsroom' : 'plain';
}

/** Each account once, however often it is met. */
function presentedPlainly(stage: Stage, values: Values, invented: Personas) {
  const chance = stage.chance.fork('personas of others');
  const met = new Map<Account, Account>();
  return (account: Account): Account => {
    const known = met.get(account);
    if (known !== undefined) return known;
    const persona = invented.draw(chance, 'plain', chance.uniform() < values.othersAway);
    const shown = { ...account, persona };
    met.set(account, shown);
    return shown;
  };
}

function lines(stage: Stage, values: Values): () => string {
  const chance = stage.chance.fork('bank');
  const bank = textBank(chance, stage.lexicon, values.bank);
  return () => {
    const line = pick(chance, bank);
    return chance.uniform() < values.edited ? handEdited(chance, stage.lexicon, line) : line;
  };
}
