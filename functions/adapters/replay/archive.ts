import type { SourcePost } from '../../model/post.ts';
import { lowerBound } from './lower-bound.ts';
import { PostFileError } from './post-file-error.ts';
import { type ReadOptions, readPosts } from './read-posts.ts';
import { eventsOf, type Shelf, shelve } from './shelf.ts';

/** Posts of files, held in memory so that any moment of their past can be asked again. */
export type ReplayArchive = {
  /** Posts, each once however many hashtags it carries or how often its line is repeated. */
  readonly posts: number;
  /** Posts a hashtag, the most used first. */
  readonly hashtags: ReadonlyMap<string, number>;
  /** Creation of the first and of the last post, epoch milliseconds. */
  readonly firstMs: number;
  readonly lastMs: number;
  /** Whether any deletion is known. A file without one cannot show that its posts stand. */
  readonly knowsDeletions: boolean;
  /** The posts of a hashtag, normalised; undefined if there is none. */
  shelf(hashtag: string): Shelf | undefined;
  /** The next creation or early deletion strictly after, among these hashtags or all posts; undefined once nothing is left. */
  nextEventMs(afterMs: number, hashtags?: readonly string[]): number | undefined;
};

export type ArchiveOptions = ReadOptions & {
  /** Deletions of posts older than this are no events: nobody looks for them any more. @default never too old */
  readonly deletionsWithinMs?: number;
};

/**
 * Reads everything at once. A post is known by its source and id; where lines repeat it, the
 * first stands, with the earliest deletion of them all.
 *
 * @throws {PostFileError} if a file cannot be used, or there is no post in any
 * @throws {BadLineError} unless `options.onBadLine` is given
 */
export async function openArchive(
  files: readonly string[],
  options: ArchiveOptions = {},
): Promise<ReplayArchive> {
  const posts = await readOnce(files, options);
  if (posts.length === 0) throw new PostFileError(files.join(' '), 'a replay requires a post');
  const { deletionsWithinMs = Number.POSITIVE_INFINITY } = options;
  const shelves = shelveByHashtag(posts, deletionsWithinMs);
  const events = eventsOf(posts, deletionsWithinMs);
  const createdMs = posts.map((post) => post.createdMs).sort((a, b) => a - b);
  return {
    posts: posts.length,
    hashtags: new Map([...shelves].map(([hashtag, shelf]) => [hashtag, shelf.posts.length])),
    firstMs: createdMs[0] ?? 0,
    lastMs: createdMs.at(-1) ?? 0,
    knowsDeletions: posts.some(({ deletedMs }) => deletedMs !== undefined),
    shelf: (hashtag) => shelves.get(hashtag),
    nextEventMs(afterMs, hashtags) {
      if (hashtags === undefined) return firstAfter(events, afterMs);
      return hashtags
        .map((hashtag) => firstAfter(shelves.get(hashtag)?.events ?? [], afterMs))
        .reduce(earlier, undefined);
    },
  };
}

async function readOnce(
  files: readonly string[],
  options: ReadOptions,
): Promise<readonly SourcePost[]> {
  const posts = new Map<string, SourcePost>();
  for await (const { post, source } of readPosts(files, options)) {
    const key = `${source} ${post.id}`;
    const known = posts.get(key);
    posts.set(key, known === undefined ? post : withEarlierEnd(known, post));
  }
  return [...posts.values()];
}

function withEarlierEnd(known: SourcePost, repeated: SourcePost): SourcePost {
  const deletedMs = earlier(known.deletedMs, repeated.deletedMs);
  return deletedMs === undefined ? known : { ...known, deletedMs };
}

function shelveByHashtag(
  posts: readonly SourcePost[],
  deletionsWithinMs: number,
): ReadonlyMap<string, Shelf> {
  const byHashtag = new Map<string, SourcePost[]>();
  for (const post of posts) {
    for (const hashtag of post.hashtags) {
      const tagged = byHashtag.get(hashtag);
      if (tagged) tagged.push(post);
      else byHashtag.set(hashtag, [post]);
    }
  }
  const mostUsed = [...byHashtag].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return new Map(mostUsed.map(([hashtag, tagged]) => [hashtag, shelve(tagged, deletionsWithinMs)]));
}

function firstAfter(events: ArrayLike<number>, afterMs: number): number | undefined {
  return events[lowerBound(events, afterMs + 1)];
}

function earlier(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}
