import type { Post } from '../../functions/model/post.ts';
import type { EarlierBurst } from '../../functions/signals/return-history.ts';
import type { Tagged } from '../../functions/signals/subjects.ts';
import type { Chance } from '../simulator/chance.ts';
import {
  asEarlier,
  type BenchBurst,
  earlierThan,
  hashtagDays,
  trollFarmDays,
  turkishAttacks,
} from './bursts.ts';
import { COMMUNITIES } from './communities.ts';
import { type FileJudge, judgeTogether } from './judge-together.ts';
import { readSet } from './read-corpus.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const MIN_HOST = 100;
/** Fewer posts a day are no trend: a third of them are the work of one to ten accounts. */
const THICK_HOST = 300;
/** A day needs so much of its span to take in a day of a campaign. */
const MIN_DAY_SPAN_MS = DAY_MS / 4;
/** Of organic posts, as much as VERDICT assumed: all of it soon enough to look bad. */
const ORGANIC_GONE = 0.02;
const GONE_MS = { least: 10_000, most: 300_000 };

/** A burst with what a monitor knows of earlier ones. */
export type Known = {
  readonly posts: readonly Post[];
  readonly about: Tagged;
  readonly earlier: readonly EarlierBurst[];
};

/** A kind of campaign in a kind of host. */
export type MixtureCell = {
  readonly name: string;
  /** Campaign and host are laid upon each other on this grid, milliseconds. */
  readonly gridMs: number;
  /** Hosts by community, so that none outweighs the others. */
  readonly hosts: readonly (readonly Known[])[];
  readonly campaigns: readonly Known[];
  /** What is taken away or added before the two are mixed, so that a mixture shows no seam. */
  readonly prepareHost: (posts: readonly Post[], chance: Chance) => readonly Post[];
  readonly prepareCampaign: (posts: readonly Post[]) => readonly Post[];
};

const SCHOOLS_AND_CONFERENCES = [
  ...Object.values(COMMUNITIES),
  ['organic-ica18'],
  ['organic-aprendeencasa2020'],
  ['organic-nclgba19'],
];
const NEWS = [['news-cbo2017'], ['news-robinhood-a'], ['news-vazajato']];

/** Kinds of mixture: an attack in news, and a troll farm's day in thick and in thin ordinary days. */
export async function mixtureCells(): Promise<readonly MixtureCell[]> {
  const attacks = known(await turkishAttacks('tr-attacks-2022a'));
  const trolls = known(await trollFarmDays('ira-a'), await hashtagDays('ira-a'));
  const days = await hostsOf(SCHOOLS_AND_CONFERENCES, DAY_MS, MIN_DAY_SPAN_MS);
  return [
    {
      name: 'Turkish attack in 5 min of news',
      gridMs: 5 * MINUTE_MS,
      hosts: await hostsOf(NEWS, 5 * MINUTE_MS, 0),
      campaigns: attacks,
      prepareHost: (posts, chance) => bare(someGone(posts, chance)),
      prepareCampaign: bare,
    },
    {
      name: `troll-farm day in a conference or school day of ${THICK_HOST} posts or more`,
      gridMs: DAY_MS,
      hosts: thickest(days, THICK_HOST),
      campaigns: trolls,
      prepareHost: toMinutes,
      prepareCampaign: toMinutes,
    },
    {
      name: `troll-farm day in a conference or school day of ${MIN_HOST} to ${THICK_HOST - 1} posts`,
      gridMs: DAY_MS,
      hosts: thickest(days, MIN_HOST, THICK_HOST),
      campaigns: trolls,
      prepareHost: toMinutes,
      prepareCampaign: toMinutes,
    },
    {
      name: 'troll-farm day in a news day, no dates',
      gridMs: DAY_MS,
      hosts: await hostsOf(NEWS, DAY_MS, MIN_DAY_SPAN_MS),
      campaigns: trolls,
      prepareHost: (posts) => dateless(toMinutes(posts)),
      prepareCampaign: (posts) => dateless(toMinutes(posts)),
    },
  ];
}

function known(
  bursts: readonly BenchBurst[],
  remembered: readonly BenchBurst[] = bursts,
): readonly Known[] {
  const all = remembered.map(asEarlier);
  return bursts.map((burst) => ({
    posts: burst.posts,
    about: burst,
    earlier: earlierThan(burst, all),
  }));
}

async function hostsOf(
  communities: readonly (readonly string[])[],
  spanMs: number,
  minSpanMs: number,
): Promise<readonly (readonly Known[])[]> {
  const hosts: (readonly Known[])[] = [];
  for (const sets of communities) {
    const file = judgeTogether((await Promise.all(sets.map(readSet))).flat(), { spanMs });
    const fit = hostsIn(file, minSpanMs);
    if (fit.length > 0) hosts.push(fit);
  }
  return hosts;
}

/** Of each community the hosts of so many posts, and of fewer than `below`. */
function thickest(
  communities: readonly (readonly Known[])[],
  least: number,
  below = Number.POSITIVE_INFINITY,
): readonly (readonly Known[])[] {
  return communities
    .map((hosts) => hosts.filter(({ posts }) => posts.length >= least && posts.length < below))
    .filter((hosts) => hosts.length > 0);
}

function hostsIn(file: FileJudge, minSpanMs: number): readonly Known[] {
  return file.bursts
    .filter(({ posts }) => posts.length >= MIN_HOST && spanOf(posts) >= minSpanMs)
    .map((burst) => ({
      posts: burst.posts,
      about: burst,
      earlier: file.earlierOf(burst) ?? [],
    }));
}

function spanOf(posts: readonly Post[]): number {
  return (posts.at(-1)?.createdMs ?? 0) - (posts[0]?.createdMs ?? 0);
}

/** Neither texts nor dates: what one side lacks must not tell it from the other. */
function bare(posts: readonly Post[]): readonly Post[] {
  return posts.map((post) => ({ ...post, text: null, accountCreatedMs: null }));
}

function dateless(posts: readonly Post[]): readonly Post[] {
  return posts.map((post) => ({ ...post, accountCreatedMs: null }));
}

/** Troll posts are stamped by the minute: so is everybody then. */
function toMinutes(posts: readonly Post[]): readonly Post[] {
  return posts.map((post) => ({
    ...post,
    createdMs: Math.floor(post.createdMs / MINUTE_MS) * MINUTE_MS,
  }));
}

function someGone(posts: readonly Post[], chance: Chance): readonly Post[] {
  const { least, most } = GONE_MS;
  return posts.map((post) =>
    chance.uniform() < ORGANIC_GONE
      ? { ...post, deletedMs: post.createdMs + least + chance.uniform() * (most - least) }
      : post,
  );
}
