import { accountCreatedMs } from '../blocks/account-age.ts';
import { newAccount } from '../blocks/crowd.ts';
import { ordinaryDeletion } from '../blocks/ordinary-deletion.ts';
import { ordinaryUptake } from '../blocks/ordinary-uptake.ts';
import { ALPHA, KMAX } from '../blocks/posts-an-account.ts';
import { tagged } from '../blocks/tagged.ts';
import { handEdited, textBank } from '../blocks/text-bank.ts';
import type { Chance } from '../chance.ts';
import type { Account, Draft } from '../draft.ts';
import { drawBeta } from '../draw/beta.ts';
import { drawExponential } from '../draw/exponential.ts';
import { drawGamma } from '../draw/gamma.ts';
import { drawPoisson } from '../draw/poisson.ts';
import { shuffle } from '../draw/shuffle.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  hours: parameter(2, 'S', 1, 3),
  postsAnAccount: parameter(9, 'S', 4, 20),
  /** More an hour nobody asks for. */
  mostAnHour: parameter(30, 'S'),
  /** Shape of how unequal the members are. */
  unequal: parameter(1.5, 'E', 0.7, 4),
  bank: parameter(25, 'S', 10, 40),
  unchanged: parameter(0.6, 'E', 0.4, 0.8),
  /** Share of members who were in an earlier storm. */
  returnRate: parameter(0.3, 'E', 0, 0.6),
  /** How fast others hear of it, once it has begun; with a dose below 1. */
  uptakeMinutes: parameter(60, 'E', 30, 180),
  alpha: ALPHA,
  kmax: KMAX,
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

const HOUR_MS = 3_600_000;

/** Members were asked to post from `startMs` on, in public; the new hashtag was kept quiet until then. */
export const O9: Scenario<typeof PARAMETERS> = {
  id: 'O9',
  label: 'open',
  title: 'storm of a union or an NGO: members post lines of a guide for two hours, in the open',
  parameters: PARAMETERS,
  draft(input, values) {
    const stage = stageOf(input, 'O9');
    const core = stormOf(stage, input, values);
    const uptake = stage.chance.fork('uptake');
    return [
      ...core,
      ...ordinaryUptake(stage, input, {
        posts: input.posts - core.length,
        law: values,
        role: 'uptake',
        nextTime: () => input.startMs + drawExponential(uptake, values.uptakeMinutes * 60_000),
      }),
    ];
  },
};

function stormOf(stage: Stage, input: ScenarioInput, values: Values): readonly Draft[] {
  const chance = stage.chance.fork('storm');
  const nextText = guideTexts(stage, values);
  const posts = Math.max(1, Math.round(input.posts * (input.dose ?? 1)));
  return membersOf(stage, input, values, posts).map((account) => {
    const atMs = input.startMs + drawBeta(chance, 1.2, 1.8) * values.hours * HOUR_MS;
    return {
      atMs,
      account,
      text: tagged(nextText(account), input.hashtag),
      repost: false,
      role: 'core',
      deletedMs: ordinaryDeletion(chance, atMs),
    };
  });
}

/** The author of each post: real people of ordinary age, some from earlier storms. */
function membersOf(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  posts: number,
): readonly Account[] {
  const chance = stage.chance.fork('members');
  const veterans = shuffle(chance, input.returning ?? []);
  const authors: Account[] = [];
  while (authors.length < posts) {
    const veteran = chance.uniform() < values.returnRate ? veterans.pop() : undefined;
    const account =
      veteran ??
      newAccount(chance, accountCreatedMs(chance, input.startMs, 'active', input.network));
    const count = Math.min(memberPosts(chance, values), posts - authors.length);
    for (let post = 0; post < count; post += 1) authors.push(account);
  }
  return shuffle(chance, authors);
}

function memberPosts(chance: Chance, values: Values): number {
  const mean = values.postsAnAccount - 1;
  const zeal = drawGamma(chance, values.unequal, mean / values.unequal);
  return Math.min(values.mostAnHour * values.hours, 1 + drawPoisson(chance, zeal));
}

/** A member walks down the guide from some line on: as it stands, or with words changed by hand. */
function guideTexts(stage: Stage, values: Values): (account: Account) => string {
  const chance = stage.chance.fork('guide');
  const lines = textBank(chance, stage.lexicon, values.bank);
  const nextLine = new Map<string, number>();
  return ({ id }) => {
    const at = nextLine.get(id) ?? Math.floor(chance.uniform() * lines.length);
    nextLine.set(id, at + 1);
    const line = lines[at % lines.length] as string;
    return chance.uniform() < values.unchanged ? line : handEdited(chance, stage.lexicon, line);
  };
}
