import { readdirSync } from 'node:fs';
import type { Post } from '../../functions/model/post.ts';
import { type CoTagTally, coTagTally } from '../../functions/signals/co-tags.ts';
import type { EarlierBurst } from '../../functions/signals/return-history.ts';
import { allParticipants } from '../../functions/signals/sketch-participants.ts';
import { cutByCount, cutBySpan } from './cut.ts';
import { DATA, readSet, type TaggedPost } from './read-corpus.ts';

const HOUR_MS = 3_600_000;
const MIN_POSTS = 50;
const MIN_ACCOUNTS = 6;

/** A day of a troll hashtag counts from here on. */
const TROLL_POSTS = 100;
const TROLL_ACCOUNTS = 20;

/** Posts that are judged as one burst. */
export type BenchBurst = {
  readonly set: string;
  readonly hashtag: string;
  /** How it was cut: "1 h", "1,000 posts", "5 min", "day", "24 h", "whole". */
  readonly cut: string;
  readonly posts: readonly Post[];
  /** Hashtags that stand beside it, by share of its posts. */
  readonly coTags?: Readonly<Record<string, number>>;
};

/** Sets whose names begin so, as they stand in the folder of data. */
export function setsNamed(...beginnings: readonly string[]): readonly string[] {
  return readdirSync(DATA)
    .filter((file) => file.endsWith('.jsonl.gz'))
    .map((file) => file.replace('.jsonl.gz', ''))
    .filter((name) => beginnings.some((beginning) => name.startsWith(beginning)))
    .sort();
}

/** An attack is a bin of five minutes with 100 accounts or more; its hashtag is not known, so it has one of its own. */
export async function turkishAttacks(set: string): Promise<readonly BenchBurst[]> {
  const posts = (await readSet(set)).map((one) => one.post);
  return cutBySpan(posts, 300_000)
    .filter((bin) => accountsIn(bin) >= 100)
    .map((bin, at) => ({ set, hashtag: `attack${at}`, cut: '5 min', posts: bin }));
}

/** A burst is one hashtag on one day (UTC) with 100 posts and 20 accounts or more. */
export async function trollFarmDays(set: string): Promise<readonly BenchBurst[]> {
  return hashtagDays(set, TROLL_POSTS, TROLL_ACCOUNTS);
}

/** Every hashtag on every day (UTC) that is thick enough to be judged: what a monitor remembers. */
export async function hashtagDays(
  set: string,
  minPosts = MIN_POSTS,
  minAccounts = MIN_ACCOUNTS,
): Promise<readonly BenchBurst[]> {
  const tagged = await readSet(set);
  const tally = companyOf(tagged);
  return [...byHashtag(tagged)]
    .flatMap(([hashtag, posts]) => {
      const coTags = tally.sharesOf(hashtag);
      return cutBySpan(posts, 24 * HOUR_MS).map((day) => ({
        set,
        hashtag,
        cut: 'day',
        posts: day,
        coTags,
      }));
    })
    .filter(({ posts }) => posts.length >= minPosts && accountsIn(posts) >= minAccounts)
    .sort((one, other) => startOf(one) - startOf(other));
}

/** Every hashtag that holds 50 posts or more, and the set as a whole, cut in every way a monitor or a reader may. */
export async function ordinaryWindows(set: string): Promise<readonly BenchBurst[]> {
  const tagged = await readSet(set);
  const whole = [set, tagged.map((one) => one.post)] as const;
  const parts = [...byHashtag(tagged)].filter(
    ([, posts]) => posts.length >= MIN_POSTS && posts.length < tagged.length,
  );
  const tally = companyOf(tagged);
  return [whole, ...parts].flatMap(([hashtag, posts]) => {
    const coTags = tally.sharesOf(hashtag);
    return windowsOf(posts)
      .map(({ cut, posts: window }) => ({ set, hashtag, cut, posts: window, coTags }))
      .filter((burst) => burst.posts.length >= MIN_POSTS);
  });
}

function windowsOf(posts: readonly Post[]) {
  return [
    { cut: 'whole', posts },
    ...cutBySpan(posts, 24 * HOUR_MS).map((window) => ({ cut: '24 h', posts: window })),
    ...cutBySpan(posts, 6 * HOUR_MS).map((window) => ({ cut: '6 h', posts: window })),
    ...cutBySpan(posts, HOUR_MS).map((window) => ({ cut: '1 h', posts: window })),
    ...cutByCount(posts, 1000).map((window) => ({ cut: '1,000 posts', posts: window })),
  ];
}

/** Bursts of other hashtags that were over before this one began. */
export function earlierThan(burst: BenchBurst, all: readonly EarlierBurst[]): EarlierBurst[] {
  const startMs = startOf(burst);
  return all.filter((other) => other.hashtag !== burst.hashtag && other.endMs < startMs);
}

export function asEarlier({ hashtag, posts, coTags }: BenchBurst): EarlierBurst {
  return {
    hashtag,
    coTags,
    startMs: posts[0]?.createdMs ?? 0,
    endMs: posts.at(-1)?.createdMs ?? 0,
    sketch: allParticipants(posts),
  };
}

function accountsIn(posts: readonly Post[]): number {
  return new Set(posts.map((post) => post.account)).size;
}

function startOf(burst: BenchBurst): number {
  return burst.posts[0]?.createdMs ?? 0;
}

/** Which hashtags stand together in a set. */
function companyOf(tagged: readonly TaggedPost[]): CoTagTally {
  const tally = coTagTally();
  for (const { hashtags } of tagged) tally.add(hashtags);
  return tally;
}

function byHashtag(tagged: readonly TaggedPost[]): ReadonlyMap<string, readonly Post[]> {
  const found = new Map<string, Post[]>();
  for (const { post, hashtags } of tagged) {
    for (const hashtag of hashtags) {
      const posts = found.get(hashtag);
      if (posts) posts.push(post);
      else found.set(hashtag, [post]);
    }
  }
  return found;
}
