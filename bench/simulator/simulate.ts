import { chanceFrom } from './chance.ts';
import type { Account, Draft } from './draft.ts';
import { drawHex } from './draw/hex.ts';
import { type Parameters, type ValuesOf, valuesOf } from './parameter.ts';
import type { Scenario, ScenarioInput } from './scenario.ts';
import type { SimulatedPost } from './simulated-post.ts';
import type { Truth } from './truth.ts';

export type Simulated = {
  /** In order of time. */
  readonly posts: readonly SimulatedPost[];
  readonly truth: Truth;
  /** The accounts that acted together; empty for an organic event. */
  readonly core: readonly Account[];
  /** Every account that took part, in order of its first post: communities come back too. */
  readonly accounts: readonly Account[];
};

/**
 * Plays one scenario. Same input, same result, to the byte.
 *
 * @throws {InputError} if a parameter given is unknown or out of its range
 */
export function simulate<P extends Parameters>(
  scenario: Scenario<P>,
  input: ScenarioInput,
  given: Readonly<Record<string, number>> = {},
  source = 'replay',
): Simulated {
  const values: ValuesOf<P> = valuesOf(scenario.parameters, given);
  const drafts = scenario.draft(input, values).toSorted((one, other) => one.atMs - other.atMs);
  const ids = chanceFrom(input.seed).fork(`ids ${scenario.id} ${input.hashtag}`);
  const posts = drafts.map((draft) => writtenDown(draft, drawHex(ids, 12), input.hashtag, source));
  const core = drafts.filter(({ role }) => role === 'core');
  const truth: Truth = {
    scenario: scenario.id,
    label: scenario.label,
    seed: input.seed,
    hashtag: input.hashtag,
    startMs: input.startMs,
    dose: core.length / Math.max(1, drafts.length),
    parameters: values,
    posts: drafts.map(({ role }, at) => ({ id: posts[at]?.id ?? '', role })),
  };
  return { posts, truth, core: accountsOf(core), accounts: accountsOf(drafts) };
}

function accountsOf(drafts: readonly Draft[]): readonly Account[] {
  return [...new Set(drafts.map(({ account }) => account))];
}

function writtenDown(draft: Draft, id: string, hashtag: string, source: string): SimulatedPost {
  const { atMs, account, deletedMs, repost, text } = draft;
  return {
    id,
    source,
    hashtags: [draft.hashtag ?? hashtag],
    createdAt: iso(atMs),
    author: account.id,
    authorCreatedAt: iso(account.createdMs),
    repost,
    text,
    // A life of zero is a data error to every reader of these files.
    ...(deletedMs === null ? {} : { deletedAt: iso(Math.max(deletedMs, Math.floor(atMs) + 1)) }),
    ...presented(account),
  };
}

function presented({ persona }: Account) {
  if (persona === undefined) return {};
  const { name, handle, place } = persona;
  return { authorName: name, authorHandle: handle, authorPlace: place };
}

function iso(ms: number): string {
  return new Date(Math.floor(ms)).toISOString();
}
