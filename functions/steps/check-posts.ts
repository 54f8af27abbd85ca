import { type AccountDates, accountDatesOf } from '../model/account-dates.ts';
import type { Check } from '../model/check.ts';
import { InputError } from '../model/errors.ts';
import { grewInWaves } from '../model/grew-in-waves.ts';
import { normaliseHashtag } from '../model/hashtag.ts';
import type { Post, SourcePost } from '../model/post.ts';
import type { CheckStore } from '../ports/check-store.ts';
import type { Secret } from '../ports/secret.ts';
import type { NameLists } from '../signals/name-class.ts';
import { type Detection, judge } from './judge.ts';
import { sealPost } from './seal-post.ts';

/** A post that somebody brought, and the network it is said to come from. */
export type BroughtPost = { readonly source: string; readonly post: SourcePost };

export type Brought = {
  readonly posts: readonly BroughtPost[];
  /** As typed: the posts that carry it are judged; null takes the one that most of them carry. */
  readonly hashtag: string | null;
};

export type CheckPostsPorts = { readonly checks: CheckStore; readonly secret: Secret };

/**
 * Judges posts that somebody brought as one burst, and keeps the verdict, never the posts.
 *
 * @throws {InputError} if no post carries the hashtag
 */
export async function checkPosts(
  checkId: string,
  brought: Brought,
  atMs: number,
  ports: CheckPostsPorts,
  detection: Detection,
): Promise<Check> {
  const hashtag =
    brought.hashtag === null ? mostCarried(brought.posts) : normaliseHashtag(brought.hashtag);
  const chosen = once(brought.posts).filter(({ post }) => post.hashtags.includes(hashtag));
  const posts = chosen.map((one) => sealed(one, ports.secret, detection.names));
  if (posts.length === 0) throw new InputError(`at least one post must carry #${hashtag}`);

  return ports.checks.save({
    checkId,
    createdMs: atMs,
    source: null,
    place: null,
    hashtag,
    state: 'done',
    postsRead: posts.length,
    failure: null,
    verdict: judgeAtTheirEnd(posts, new Set(chosen.map(({ source }) => source)), detection),
    version: 0,
  });
}

const CERTAINTY: readonly AccountDates[] = ['self-declared', 'day', 'exact'];

/** Of a post that was brought twice the first stands. */
function once(posts: readonly BroughtPost[]): readonly BroughtPost[] {
  const first = new Map<string, BroughtPost>();
  for (const one of posts) {
    const key = `${one.source}:${one.post.id}`;
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}

function judgeAtTheirEnd(
  posts: readonly Post[],
  sources: ReadonlySet<string>,
  detection: Detection,
) {
  const deletionKnown = posts.some(({ deletedMs }) => deletedMs !== null);
  // Deletions may be known for much longer than posts, but posts are known only up to the last of them.
  const nowMs = posts.reduce((latest, { createdMs }) => Math.max(latest, createdMs), 0);
  const context = {
    nowMs,
    deletionWatched: deletionKnown,
    deletionTimesKnown: deletionKnown,
    earlier: null,
    grewInWaves: [...sources].some(grewInWaves),
    accountDates: [...sources].map(accountDatesOf).reduce(lessCertain, 'exact'),
  };
  return judge(posts, context, detection).verdict;
}

function lessCertain(one: AccountDates, other: AccountDates): AccountDates {
  return CERTAINTY.indexOf(one) < CERTAINTY.indexOf(other) ? one : other;
}

/** Unlike a live network, a file knows when a post was deleted. */
function sealed({ post, source }: BroughtPost, secret: Secret, names?: NameLists): Post {
  return { ...sealPost(post, source, secret, names), deletedMs: post.deletedMs ?? null };
}

/** Of equally frequent ones the first by spelling, so that the same posts give the same answer. */
function mostCarried(posts: readonly BroughtPost[]): string {
  const carriers = new Map<string, number>();
  for (const hashtag of posts.flatMap(({ post }) => post.hashtags)) {
    carriers.set(hashtag, (carriers.get(hashtag) ?? 0) + 1);
  }
  const [first] = [...carriers].sort(
    ([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1),
  );
  if (first === undefined) throw new InputError('at least one post must carry a hashtag');
  return first[0];
}
