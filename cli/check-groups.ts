import { readPosts } from '../functions/adapters/replay/read-posts.ts';
import type { Post, SourcePost } from '../functions/model/post.ts';
import type { Secret } from '../functions/ports/secret.ts';
import { NAMES } from '../functions/settings/names.ts';
import { sealPost } from '../functions/steps/seal-post.ts';

/** The posts of one source and hashtag, by time of creation, then id. */
export type CheckGroup = {
  readonly source: string;
  readonly hashtag: string;
  readonly posts: readonly Post[];
  /** Whether any deletion is known of this source, so that what is not deleted is known to stand. */
  readonly deletionsKnown: boolean;
};

export type CheckInput = {
  readonly groups: readonly CheckGroup[];
  /** Posts read, each once. */
  readonly posts: number;
  /** Of them without a hashtag, and so in no group. */
  readonly untagged: number;
  readonly badLines: number;
};

export type GroupOptions = {
  /** Go on after a bad line. */
  readonly skipBad: boolean;
  /** Told after every post how many there are so far. */
  readonly onPost: (posts: number) => void;
};

/** A check keeps nothing, so accounts stay as the file names them; and equal files get equal answers. */
const OPEN: Secret = { pseudonym: (_source, accountId) => accountId, textSeed: 0x7f4a7c15 };

/** A post whose end may turn out to be earlier as long as lines come in. */
type OpenPost = Omit<Post, 'deletedMs'> & { deletedMs: number | null };

/** What was read of one source so far. */
type Shelf = {
  readonly byId: Map<string, OpenPost>;
  readonly byHashtag: Map<string, OpenPost[]>;
};

/**
 * Reads everything and groups it by source and hashtag. A post with several hashtags stands in
 * several groups. Lines that repeat a post count once, with the earliest deletion.
 *
 * @throws {BadLineError} unless `skipBad`
 */
export async function readGroups(
  files: readonly string[],
  { skipBad, onPost }: GroupOptions,
): Promise<CheckInput> {
  const shelves = new Map<string, Shelf>();
  const counts = { posts: 0, untagged: 0, badLines: 0 };
  const onBadLine = () => {
    counts.badLines += 1;
  };
  for await (const { post, source } of readPosts(files, skipBad ? { onBadLine } : {})) {
    const shelf = ensure(shelves, source, emptyShelf);
    if (!take(shelf, post, source)) continue;
    counts.posts += 1;
    if (post.hashtags.length === 0) counts.untagged += 1;
    onPost(counts.posts);
  }
  return { groups: [...shelves].flatMap(([source, shelf]) => groupsOf(source, shelf)), ...counts };
}

/** @returns whether the post is new */
function take({ byId, byHashtag }: Shelf, post: SourcePost, source: string): boolean {
  const deletedMs = post.deletedMs ?? null;
  const known = byId.get(post.id);
  if (known !== undefined) {
    known.deletedMs = earlier(known.deletedMs, deletedMs);
    return false;
  }
  const sealed = { ...sealPost(post, source, OPEN, NAMES), deletedMs };
  byId.set(sealed.id, sealed);
  for (const hashtag of post.hashtags) ensure(byHashtag, hashtag, () => []).push(sealed);
  return true;
}

function groupsOf(source: string, { byId, byHashtag }: Shelf): readonly CheckGroup[] {
  const deletionsKnown = [...byId.values()].some(({ deletedMs }) => deletedMs !== null);
  return [...byHashtag].map(([hashtag, posts]) => ({
    source,
    hashtag,
    posts: posts.sort(byTime),
    deletionsKnown,
  }));
}

function emptyShelf(): Shelf {
  return { byId: new Map(), byHashtag: new Map() };
}

/** What stands under a key, put there first if nothing does. */
function ensure<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function earlier(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

function byTime(a: Post, b: Post): number {
  return a.createdMs - b.createdMs || (a.id < b.id ? -1 : 1);
}
