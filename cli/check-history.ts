import type { Post } from '../functions/model/post.ts';
import type { EarlierBurst } from '../functions/signals/return-history.ts';
import { allParticipants } from '../functions/signals/sketch-participants.ts';
import type { Thresholds } from '../functions/verdict/weigh.ts';
import type { CheckBurst } from './check-bursts.ts';

/** The newest so many earlier bursts are looked at, so that the time of a check stays linear in its bursts. */
const MOST_EARLIER = 300;

type Past = EarlierBurst & { readonly source: string };

/** Which bursts of other hashtags came before a given one in the same input. */
export type CheckHistory = (burst: CheckBurst) => readonly EarlierBurst[] | null;

/**
 * A burst too thin to be judged is none to have taken part in, for beside every hashtag stand
 * dozens that happen to be named with it; nor is it worth a look back.
 *
 * @returns of each burst those of the same source and other hashtags whose last post came before
 * its first, the newest first; null where there are none
 */
export function checkHistory(
  bursts: readonly CheckBurst[],
  { minPosts, minAccounts }: Pick<Thresholds, 'minPosts' | 'minAccounts'>,
): CheckHistory {
  const isThick = (posts: readonly Post[]) =>
    posts.length >= minPosts && accountsOf(posts) >= minAccounts;
  const past = bursts
    .filter(({ all }) => isThick(all))
    .map(toPast)
    .sort((a, b) => b.endMs - a.endMs);
  return ({ source, hashtag, posts }) => {
    if (!isThick(posts)) return null;
    const startMs = posts[0]?.createdMs ?? 0;
    const isEarlier = (one: Past) =>
      one.endMs < startMs && one.source === source && one.hashtag !== hashtag;
    const earlier = past.filter(isEarlier).slice(0, MOST_EARLIER);
    return earlier.length === 0 ? null : earlier;
  };
}

function accountsOf(posts: readonly Post[]): number {
  return new Set(posts.map(({ account }) => account)).size;
}

function toPast({ source, hashtag, all }: CheckBurst): Past {
  return {
    source,
    hashtag,
    startMs: all[0]?.createdMs ?? 0,
    endMs: all.at(-1)?.createdMs ?? 0,
    sketch: allParticipants(all),
  };
}
