import { accountCreatedMs } from '../blocks/account-age.ts';
import { newAccount } from '../blocks/crowd.ts';
import { sentence } from '../blocks/ordinary-text.ts';
import { rosterOf } from '../blocks/roster.ts';
import { tagged } from '../blocks/tagged.ts';
import type { Chance } from '../chance.ts';
import type { Account, Draft } from '../draft.ts';
import { drawExponential } from '../draw/exponential.ts';
import { pick } from '../draw/pick.ts';
import { shuffle } from '../draw/shuffle.ts';
import { parameter, type ValuesOf, valuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';
import { O6 } from './o6.ts';

const PARAMETERS = {
  /** A rented post follows an organic one by this mean: no rate of its own. */
  behindMinutes: parameter(3, 'E', 1, 15),
  /** Word pairs that two rewritings of the message share, over those of either: under 0.3. */
  similarity: parameter(0.15, 'E', 0.05, 0.3),
  words: parameter(24, 'M', 10, 40),
  minAgeDays: parameter(365, 'E', 180, 1500),
  returnRate: parameter(0.1, 'E', 0, 0.3),
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

const USUAL_DOSE = 0.3;
const DAY_MS = 86_400_000;

/** News breaks at `startMs`; rented accounts post where others do, each once, each in other words. */
export const C12: Scenario<typeof PARAMETERS> = {
  id: 'C12',
  label: 'covert',
  title: 'patient evader: rented old accounts follow the organic curve, one rewritten post each',
  parameters: PARAMETERS,
  draft(input, values) {
    const stage = stageOf(input, 'C12');
    const corePosts = Math.max(1, Math.round(input.posts * (input.dose ?? USUAL_DOSE)));
    // With nobody to hide among, the curve is still that of news.
    const organic = O6.draft(
      { ...input, posts: Math.max(input.posts - corePosts, 100) },
      valuesOf(O6.parameters),
    );
    // Its cascades scatter widely; the dose should not.
    const host = shuffle(stage.chance.fork('host'), organic).slice(0, input.posts - corePosts);
    return [...host, ...rentedPosts(stage, input, values, { organic, posts: corePosts })];
  },
};

type Cover = { readonly organic: readonly Draft[]; readonly posts: number };

function rentedPosts(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  { organic, posts }: Cover,
): readonly Draft[] {
  const chance = stage.chance.fork('rented');
  const accounts = rentedAccounts(stage, input, values, posts);
  const message = sentence(chance, stage.lexicon, values.words).split(' ');
  return accounts.map((account) => ({
    atMs: pick(chance, organic).atMs + drawExponential(chance, values.behindMinutes * 60_000),
    account,
    text: tagged(rewritten(stage, chance, message, values.similarity), input.hashtag),
    repost: false,
    role: 'core',
    deletedMs: null,
  }));
}

/** Two rewritings keep a word pair both with the fourth power of the share of words that each keeps. */
function rewritten(
  stage: Stage,
  chance: Chance,
  message: readonly string[],
  similarity: number,
): string {
  const shared = (2 * similarity) / (1 + similarity);
  const kept = shared ** (1 / 4);
  return message
    .map((word) => (chance.uniform() < kept ? word : stage.lexicon.word(chance)))
    .join(' ');
}

function rentedAccounts(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  accounts: number,
): readonly Account[] {
  const chance = stage.chance.fork('rented accounts');
  const newcomer = () => newAccount(chance, oldDate(chance, input, values));
  const { returning } = input;
  return rosterOf(chance, { accounts, returning, returnRate: values.returnRate, newcomer });
}

function oldDate(chance: Chance, input: ScenarioInput, values: Values): number {
  for (;;) {
    const createdMs = accountCreatedMs(chance, input.startMs, 'active');
    if (createdMs < input.startMs - values.minAgeDays * DAY_MS) return createdMs;
  }
}
