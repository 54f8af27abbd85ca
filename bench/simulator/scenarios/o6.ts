import { cascade } from '../blocks/cascade.ts';
import { crowd } from '../blocks/crowd.ts';
import { drawFollowers } from '../blocks/followers.ts';
import { ordinaryDeletion } from '../blocks/ordinary-deletion.ts';
import { edited, ordinaryTexts, sentence } from '../blocks/ordinary-text.ts';
import { platformRemoval } from '../blocks/platform-removal.ts';
import { ALPHA, authorsOf } from '../blocks/posts-an-account.ts';
import { tagged } from '../blocks/tagged.ts';
import type { Account } from '../draft.ts';
import { drawExponential } from '../draw/exponential.ts';
import { drawHex } from '../draw/hex.ts';
import { pick } from '../draw/pick.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  /** Mean time after the news at which people bring it up by themselves. */
  immigrantMinutes: parameter(90, 'M'),
  /** Expected reposts of a post. */
  branching: parameter(0.75, 'M', 0.5, 0.8),
  /** Nobody reposts later than this. */
  cutHours: parameter(24, 'E', 6, 72),
  nearCopies: parameter(0.07, 'M', 0, 0.15),
  headlines: parameter(6, 'E', 1, 20),
  /** Of the copies: newsrooms and those who quote them link the story. */
  linkShare: parameter(0.8, 'E', 0.5, 1),
  /** Spread of the logarithm of an author's reach; fitted to the shares of the top posts. */
  reachSd: parameter(2.4, 'M', 1.8, 3),
  alpha: ALPHA,
  kmax: parameter(100, 'M'),
} as const;
type Values = ValuesOf<typeof PARAMETERS>;
type Original = { readonly atMs: number; readonly text: string };

/** News that breaks at `startMs`; most of what follows are reposts. */
export const O6: Scenario<typeof PARAMETERS> = {
  id: 'O6',
  label: 'organic',
  title: 'breaking news or a leak: few sources, many reposts',
  parameters: PARAMETERS,
  draft(input, values) {
    const stage = stageOf(input, 'O6');
    const originals = originalsOf(stage, input, values);
    const posts = [
      ...originals.map((original) => ({ ...original, repost: false })),
      ...repostsOf(stage, values, originals),
    ];
    const nextAccount = crowd(stage.chance.fork('crowd'), {
      atMs: input.startMs,
      ages: 'active',
      network: input.network,
      neighbours: input.neighbours,
    });
    const authors = authorsOf(stage.chance.fork('authors'), posts.length, values, nextAccount);
    const deletions = stage.chance.fork('deletions');
    const drafts = posts.map((post, at) => ({
      ...post,
      account: authors[at] as Account,
      role: 'background' as const,
      deletedMs: ordinaryDeletion(deletions, post.atMs),
    }));
    return platformRemoval(stage.chance.fork('removal'), drafts);
  },
};

function originalsOf(stage: Stage, input: ScenarioInput, values: Values): readonly Original[] {
  const chance = stage.chance.fork('originals');
  const nextText = ordinaryTexts(stage.chance.fork('texts'), stage.lexicon, undefined, {
    exact: 0.001,
    near: 0,
  });
  const headline = headlineCopies(stage, values);
  const count = Math.round(input.posts * (1 - values.branching));
  const times = Array.from(
    { length: count },
    () => input.startMs + drawExponential(chance, values.immigrantMinutes * 60_000),
  );
  return times.map((atMs) => ({
    atMs,
    text: tagged(chance.uniform() < values.nearCopies ? headline() : nextText(), input.hashtag),
  }));
}

/** A headline as others carry it on: a word changed in two of three, the story linked by most. */
function headlineCopies(stage: Stage, values: Values): () => string {
  const chance = stage.chance.fork('headlines');
  const headlines = Array.from({ length: values.headlines }, () =>
    sentence(chance, stage.lexicon, 9 + Math.floor(chance.uniform() * 6)),
  );
  return () => {
    const text = edited(
      chance,
      pick(chance, headlines),
      stage.lexicon,
      chance.uniform() < 2 / 3 ? 1 : 0,
    );
    return chance.uniform() < values.linkShare
      ? `${text} https://news.example/${drawHex(chance, 6)}`
      : text;
  };
}

/** Reach decides who is reposted: on average `branching` times, a few far more often. */
function repostsOf(
  stage: Stage,
  values: Values,
  originals: readonly Original[],
): readonly (Original & { readonly repost: true })[] {
  const chance = stage.chance.fork('reposts');
  const cutMs = values.cutHours * 3_600_000;
  const reach = originals.map(() => drawFollowers(chance, values.reachSd));
  const mean = reach.reduce((sum, one) => sum + one, 0) / Math.max(1, reach.length);
  return originals.flatMap(({ atMs, text }, at) => {
    const direct = (values.branching * (reach[at] as number)) / mean;
    return cascade(chance, atMs, direct, values.branching, cutMs).map((time) => ({
      atMs: time,
      text,
      repost: true as const,
    }));
  });
}
