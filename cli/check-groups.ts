import { readPosts } from '../functions/adapters/replay/read-posts.ts';
import type { Post, SourcePost } from '../functions/model/post.ts';
import type { Secret } from '../functions/ports/secret.ts';
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

type Tag = { readonly source: string; readonly hashtag: string };
type Sealed = { post: Post; readonly tags: readonly Tag[] };

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
  const known = new Map<string, Sealed>();
  let badLines = 0;
  const onBadLine = () => {
    badLines += 1;
  };
  for await (const { post, source } of readPosts(files, skipBad ? { onBadLine } : {})) {
    take(known, post, source);
    onPost(known.size);
  }
  const posts = [...known.values()];
  const untagged = posts.filter(({ tags }) => tags.length === 0).length;
  return { groups: groupsOf(posts), posts: posts.length, untagged, badLines };
}

function take(known: Map<string, Sealed>, post: SourcePost, source: string): void {
  const key = `${source} ${post.id}`;
  const deletedMs = post.deletedMs ?? null;
  const before = known.get(key);
  if (before === undefined) {
    const tags = post.hashtags.map((hashtag) => ({ source, hashtag }));
    known.set(key, { post: { ...sealPost(post, source, OPEN), deletedMs }, tags });
  } else if (
    deletedMs !== null &&
    deletedMs < (before.post.deletedMs ?? Number.POSITIVE_INFINITY)
  ) {
    before.post = { ...before.post, deletedMs };
  }
}

function groupsOf(sealed: readonly Sealed[]): readonly CheckGroup[] {
  const groups = new Map<string, Tag & { readonly posts: Post[] }>();
  const deleting = new Set<string>();
  for (const { post, tags } of sealed) {
    for (const tag of tags) {
      if (post.deletedMs !== null) deleting.add(tag.source);
      const key = `${tag.source} ${tag.hashtag}`;
      const group = groups.get(key) ?? { ...tag, posts: [] };
      group.posts.push(post);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ source, hashtag, posts }) => ({
    source,
    hashtag,
    posts: posts.sort(byTime),
    deletionsKnown: deleting.has(source),
  }));
}

function byTime(a: Post, b: Post): number {
  return a.createdMs - b.createdMs || (a.id < b.id ? -1 : 1);
}
