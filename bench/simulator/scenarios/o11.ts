import { X_FOUNDED_MS } from '../blocks/account-age.ts';
import { crowd, newAccount } from '../blocks/crowd.ts';
import { ordinaryDeletion } from '../blocks/ordinary-deletion.ts';
import { edited, ordinaryTexts, sentence } from '../blocks/ordinary-text.ts';
import { personas } from '../blocks/persona.ts';
import { ALPHA, authorsOf } from '../blocks/posts-an-account.ts';
import { signUpMs } from '../blocks/sign-up-curve.ts';
import { tagged } from '../blocks/tagged.ts';
import type { Chance } from '../chance.ts';
import type { Account, Draft } from '../draft.ts';
import { drawBeta } from '../draw/beta.ts';
import { drawExponential } from '../draw/exponential.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  /** Share of posts by newsrooms and their bots; the rest are readers, in their own words. */
  outletShare: parameter(0.6, 'E', 0.2, 1),
  /** Within so many minutes of the wire all outlets have it. */
  spreadMinutes: parameter(30, 'E', 10, 30),
  /** Of the time of an outlet within the spread: Beta(1, this), most come early. */
  early: parameter(2, 'E', 1, 4),
  /** Posts of an outlet: the headline, and up to so many more times. */
  mostPosts: parameter(3, 'E', 1, 3),
  /** An outlet posts it again after this mean. */
  againMinutes: parameter(45, 'E', 15, 120),
  /** Share of outlets that change a word or two. */
  editedShare: parameter(0.4, 'E', 0.1, 0.7),
  readerMinutes: parameter(90, 'M'),
  alpha: ALPHA,
  kmax: parameter(100, 'M'),
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

const MINUTE_MS = 60_000;

/** A wire sends a story at `startMs`; newsrooms and their bots post its headline, each with a link of its own. */
export const O11: Scenario<typeof PARAMETERS> = {
  id: 'O11',
  label: 'organic',
  title: 'headline copying: newsrooms and their bots post one headline of a wire',
  parameters: PARAMETERS,
  draft(input, values) {
    const stage = stageOf(input, 'O11');
    const outletPosts = Math.round(input.posts * values.outletShare);
    return [
      ...outlets(stage, input, values, outletPosts),
      ...readers(stage, input, values, input.posts - outletPosts),
    ];
  },
};

function outlets(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  posts: number,
): readonly Draft[] {
  const chance = stage.chance.fork('outlets');
  const headline = sentence(chance, stage.lexicon, 9 + Math.floor(chance.uniform() * 6));
  const newsrooms = personas();
  const drafts: Draft[] = [];
  for (let outlet = 0; drafts.length < posts; outlet += 1) {
    const account = {
      ...newAccount(chance, outletCreatedMs(chance, input)),
      persona: newsrooms.draw(chance, 'newsroom', false),
    };
    const text = `${outletHeadline(chance, stage, headline, values)} https://outlet${outlet}.example/wire`;
    const count = Math.min(postsOf(chance, values), posts - drafts.length);
    for (const atMs of outletTimes(chance, input, values, count)) {
      drafts.push(draftOf(atMs, account, tagged(text, input.hashtag), null));
    }
  }
  return drafts;
}

/** Newsrooms have been there for long: their age is most of the network's. */
function outletCreatedMs(chance: Chance, { startMs, network = 'x' }: ScenarioInput): number {
  if (network !== 'x') return signUpMs(chance, network, startMs);
  return Math.floor(startMs - (startMs - X_FOUNDED_MS) * drawBeta(chance, 3, 1.5));
}

function outletHeadline(chance: Chance, stage: Stage, headline: string, values: Values): string {
  if (chance.uniform() >= values.editedShare) return headline;
  return edited(chance, headline, stage.lexicon, 1 + Math.floor(chance.uniform() * 2));
}

function postsOf(chance: Chance, { mostPosts }: Values): number {
  return 1 + Math.floor(chance.uniform() * mostPosts);
}

function outletTimes(
  chance: Chance,
  input: ScenarioInput,
  values: Values,
  count: number,
): readonly number[] {
  const times: number[] = [];
  let atMs = input.startMs + drawBeta(chance, 1, values.early) * values.spreadMinutes * MINUTE_MS;
  while (times.length < count) {
    times.push(atMs);
    atMs += drawExponential(chance, values.againMinutes * MINUTE_MS);
  }
  return times;
}

function readers(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  posts: number,
): readonly Draft[] {
  const chance = stage.chance.fork('readers');
  const { startMs, network, neighbours } = input;
  const nextAccount = crowd(chance, { atMs: startMs, ages: 'active', network, neighbours });
  const nextText = ordinaryTexts(chance.fork('texts'), stage.lexicon);
  return authorsOf(chance.fork('authors'), posts, values, nextAccount).map((account) => {
    const atMs = startMs + drawExponential(chance, values.readerMinutes * MINUTE_MS);
    const text = tagged(nextText(), input.hashtag);
    return draftOf(atMs, account, text, ordinaryDeletion(chance, atMs));
  });
}

function draftOf(atMs: number, account: Account, text: string, deletedMs: number | null): Draft {
  return { atMs, account, text, repost: false, role: 'background', deletedMs };
}
