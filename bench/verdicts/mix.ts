import type { Post } from '../../functions/model/post.ts';
import type { Chance } from '../simulator/chance.ts';
import { shuffle } from '../simulator/draw/shuffle.ts';

export type Mixture = {
  /** In order of time. */
  readonly posts: readonly Post[];
  /** Accounts of the campaign. */
  readonly injected: ReadonlySet<string>;
  /** Posts of the campaign / all posts: as near to what was asked as whole accounts allow. */
  readonly share: number;
};

/**
 * Injects a campaign into a host: whole accounts, every time and date as given. The larger side is
 * thinned, by whole accounts too, so that neither has to be invented.
 *
 * @param share of all posts that shall be the campaign's, in [0, 1)
 */
export function mix(
  host: readonly Post[],
  campaign: readonly Post[],
  share: number,
  chance: Chance,
): Mixture {
  const most = share === 0 ? Number.POSITIVE_INFINITY : campaign.length / share;
  const total = Math.min(host.length / (1 - share), most);
  const ordinary = takeAccounts(host, (1 - share) * total, chance.fork('host'));
  const pushed = takeAccounts(campaign, share * total, chance.fork('campaign'));
  const posts = [...ordinary, ...pushed].sort(byTime);
  return {
    posts,
    injected: new Set(pushed.map(({ account }) => account)),
    share: pushed.length / Math.max(1, posts.length),
  };
}

/** The posts of accounts drawn at random: as near to `wanted` posts as the last account drawn allows. */
export function takeAccounts(
  posts: readonly Post[],
  wanted: number,
  chance: Chance,
): readonly Post[] {
  const taken: Post[] = [];
  for (const own of shuffle(chance, [...Map.groupBy(posts, ({ account }) => account).values()])) {
    const short = wanted - taken.length;
    if (own.length - short > short) break;
    taken.push(...own);
  }
  return taken;
}

/** The same posts at another time: ages, lives and distances stay what they were. */
export function shifted(posts: readonly Post[], byMs: number): readonly Post[] {
  const move = (ms: number | null) => (ms === null ? null : ms + byMs);
  return posts.map((post) => ({
    ...post,
    createdMs: post.createdMs + byMs,
    accountCreatedMs: move(post.accountCreatedMs),
    deletedMs: move(post.deletedMs),
  }));
}

function byTime(one: Post, other: Post): number {
  return one.createdMs - other.createdMs || (one.id < other.id ? -1 : 1);
}
