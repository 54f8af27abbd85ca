import { liveAccountDatesOf } from '../model/account-dates.ts';
import { askedHashtag } from '../model/asked-hashtag.ts';
import type { Check } from '../model/check.ts';
import { InputError, SourceError } from '../model/errors.ts';
import { grewInWaves } from '../model/grew-in-waves.ts';
import type { IncomingPost, Post } from '../model/post.ts';
import { type SourceName, watchIdOf } from '../model/watch.ts';
import type { AuthorStore } from '../ports/author-store.ts';
import type { CheckStore } from '../ports/check-store.ts';
import type { Secret } from '../ports/secret.ts';
import type { Source } from '../ports/source.ts';
import { type Detection, judge } from './judge.ts';
import { sealPost } from './seal-post.ts';
import { usualAuthors } from './usual-authors.ts';

export type CheckHashtagPorts = {
  readonly checks: CheckStore;
  readonly sourceOf: (asked: {
    readonly source: SourceName;
    readonly place: string | null;
  }) => Source;
  readonly secret: Secret;
  /** Usual authors to compare with, where they are kept. */
  readonly authors?: Pick<AuthorStore, 'load'>;
};

const HOUR_MS = 3_600_000;

/** The last 24 hours, newest stretch first; progress is kept after each. */
const STRETCH_HOURS = [1, 2, 3, 6, 12] as const;

/** Newest posts judged in one check. */
const MOST_POSTS = 20_000;

/**
 * Reads the last 24 hours of a hashtag and judges them as one burst.
 *
 * A check that is done or failed stays as it is, so a repeated message changes nothing.
 * Deletion is not judged: nobody watched these posts before now.
 *
 * @returns undefined for an unknown check
 * @throws {ConflictError} if another run of the same check was faster
 */
export async function checkHashtag(
  checkId: string,
  atMs: number,
  ports: CheckHashtagPorts,
  detection: Detection,
): Promise<Check | undefined> {
  const check = await ports.checks.get(checkId);
  if (check === undefined || check.state === 'done' || check.state === 'failed') return check;

  const running = await ports.checks.save({ ...check, state: 'running', postsRead: 0 });
  const progress = { check: running };
  try {
    const posts = await readPosts(progress, atMs, ports, detection);
    const context = {
      nowMs: atMs,
      deletionWatched: false,
      deletionTimesKnown: false,
      earlier: null,
      grewInWaves: grewInWaves(check.source ?? ''),
      accountDates: liveAccountDatesOf(check.source ?? ''),
      usual: await usualOf(check, ports),
    };
    const { verdict } = judge(posts, context, detection);
    return await ports.checks.save({ ...progress.check, state: 'done', verdict });
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return ports.checks.save({ ...progress.check, state: 'failed', failure: error.message });
  }
}

/** Those of the watch on this hashtag if there is one, or of the source. */
async function usualOf({ source, place, hashtag }: Check, { authors }: CheckHashtagPorts) {
  if (source === null || authors === undefined) return undefined;
  return usualAuthors({ watchId: watchIdOf(source, hashtag, place), source }, authors);
}

async function readPosts(
  progress: { check: Check },
  atMs: number,
  ports: CheckHashtagPorts,
  { names }: Detection,
): Promise<readonly Post[]> {
  const { source: name, place, hashtag } = progress.check;
  const display = askedHashtag(progress.check);
  if (name === null) throw new InputError('a check whose posts came along is not read again');
  const source = ports.sourceOf({ source: name, place });
  const posts = new Map<string, Post>();
  let toMs = atMs;
  for (const hours of STRETCH_HOURS) {
    const span = { hashtag, display, fromMs: toMs - hours * HOUR_MS, toMs, nowMs: atMs };
    const { posts: found } = await source.posts(span, MOST_POSTS - posts.size);
    keep(posts, found, (post) => sealPost(post, name, ports.secret, names));
    progress.check = await ports.checks.save({ ...progress.check, postsRead: posts.size });
    if (posts.size >= MOST_POSTS) break;
    toMs = span.fromMs;
  }
  return [...posts.values()].sort((a, b) => a.createdMs - b.createdMs);
}

function keep(
  posts: Map<string, Post>,
  found: readonly IncomingPost[],
  seal: (post: IncomingPost) => Post,
) {
  for (const post of found) posts.set(post.id, seal(post));
}
