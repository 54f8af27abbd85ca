import { crowd } from '../blocks/crowd.ts';
import { ordinaryDeletion } from '../blocks/ordinary-deletion.ts';
import { edited, ordinaryTexts } from '../blocks/ordinary-text.ts';
import { authorsOf } from '../blocks/posts-an-account.ts';
import { tagged } from '../blocks/tagged.ts';
import { textBank } from '../blocks/text-bank.ts';
import { type Chance, chanceFrom } from '../chance.ts';
import type { Account } from '../draft.ts';
import { drawExponential } from '../draw/exponential.ts';
import { shuffle } from '../draw/shuffle.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  hours: parameter(24, 'E', 6, 72),
  /** Mean time after which people enter who see it at the start. */
  startHours: parameter(2, 'E', 1, 6),
  /** Share that enters in the last hour. */
  lastHour: parameter(0.15, 'E', 0.05, 0.3),
  /** Entries that copy the rule text: 206 of 377; the others repost it. */
  copies: parameter(206 / 377, 'S', 0.4, 0.7),
  /** Of the copies: with a word of one's own in place of another. */
  edited: parameter(0.3, 'E', 0.1, 0.6),
  /** Posts that ask or thank. */
  talk: parameter(0.05, 'E', 0, 0.2),
  /** Share of accounts that enter whatever they can find, and so come back. */
  professionals: parameter(0.05, 'E', 0, 0.15),
  returnRate: parameter(0.6, 'E', 0.3, 0.9),
  /** With these an account writes 1.5 posts. */
  alpha: parameter(2.7, 'S'),
  kmax: parameter(30, 'E'),
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

const HOUR_MS = 3_600_000;

/** A prize is offered at `startMs`: who copies the rule or reposts it takes part. */
export const O12: Scenario<typeof PARAMETERS> = {
  id: 'O12',
  label: 'organic',
  title: 'giveaway: half copy the rule text, half repost it',
  parameters: PARAMETERS,
  draft(input, values) {
    const stage = stageOf(input, 'O12');
    const chance = stage.chance.fork('entries');
    const nextAccount = entrants(stage, input, values);
    const authors = authorsOf(stage.chance.fork('authors'), input.posts, values, nextAccount);
    const nextText = entryTexts(stage, values);
    return authors.map((account) => {
      const atMs = entryMs(chance, input, values);
      const { text, repost } = nextText();
      return {
        atMs,
        account,
        text: tagged(text, input.hashtag),
        repost,
        role: 'background',
        deletedMs: ordinaryDeletion(chance, atMs),
      };
    });
  },
};

/** When they see it, or when they are reminded that it closes. */
function entryMs(chance: Chance, input: ScenarioInput, values: Values): number {
  const spanMs = values.hours * HOUR_MS;
  if (chance.uniform() < values.lastHour) {
    return input.startMs + spanMs - chance.uniform() * HOUR_MS;
  }
  for (;;) {
    const offsetMs = drawExponential(chance, values.startHours * HOUR_MS);
    if (offsetMs < spanMs) return input.startMs + offsetMs;
  }
}

/** Ordinary people, and those of earlier giveaways who enter every one. */
function entrants(stage: Stage, input: ScenarioInput, values: Values): () => Account {
  const chance = stage.chance.fork('entrants');
  const stranger = crowd(chance.fork('crowd'), {
    atMs: input.startMs,
    ages: 'public',
    neighbours: input.neighbours,
    network: input.network,
  });
  const back = (input.returning ?? []).filter(
    (account) => isProfessional(account, values) && chance.uniform() < values.returnRate,
  );
  const waiting = shuffle(chance, back);
  return () => {
    const account = stranger();
    return isProfessional(account, values) ? (waiting.pop() ?? account) : account;
  };
}

/** The same in every event. */
function isProfessional({ id }: Account, values: Values): boolean {
  return chanceFrom(`professional ${id}`).uniform() < values.professionals;
}

function entryTexts(stage: Stage, values: Values) {
  const chance = stage.chance.fork('texts');
  const [rule = ''] = textBank(chance, stage.lexicon, 1);
  const talk = ordinaryTexts(chance, stage.lexicon);
  return () => {
    if (chance.uniform() < values.talk) return { text: talk(), repost: false };
    if (chance.uniform() >= values.copies) return { text: rule, repost: true };
    const own = chance.uniform() < values.edited;
    return { text: own ? edited(chance, rule, stage.lexicon, 1) : rule, repost: false };
  };
}
