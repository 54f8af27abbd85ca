import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readPosts } from '../../functions/adapters/replay/read-posts.ts';
import { plausibleDate } from '../../functions/model/account-dates.ts';
import type { Post, SourcePost } from '../../functions/model/post.ts';
import { markText } from '../../functions/signals/text-mark.ts';

/** Where the evaluation data lies: beside the repository, unless TURFWATCH_DATA says otherwise. */
export const DATA =
  process.env.TURFWATCH_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** Any will do: marks are compared within one run only. */
const SEED = 1;

/** A post with the hashtags it carries, as the bench cuts bursts by them. */
export type TaggedPost = {
  readonly post: Post;
  readonly source: string;
  readonly hashtags: readonly string[];
};

/** What was read stays: most parts of the bench look at the same sets. */
const read = new Map<string, Promise<readonly TaggedPost[]>>();

export function hasCorpus(): boolean {
  return existsSync(`${DATA}/manifest.json`);
}

/** The posts of one set, in order of time; accounts as the set names them. */
export function readSet(name: string): Promise<readonly TaggedPost[]> {
  const known = read.get(name) ?? readFile(`${DATA}/${name}.jsonl.gz`);
  read.set(name, known);
  return known;
}

async function readFile(file: string): Promise<readonly TaggedPost[]> {
  const posts: TaggedPost[] = [];
  for await (const { post, source } of readPosts([file])) {
    posts.push({ post: toPost(post), source, hashtags: post.hashtags });
  }
  return posts.sort((one, other) => one.post.createdMs - other.post.createdMs);
}

function toPost(post: SourcePost): Post {
  return {
    id: post.id,
    account: post.authorId,
    createdMs: post.createdMs,
    accountCreatedMs: plausibleDate(post.authorCreatedMs, post.createdMs),
    repost: post.repost,
    text: post.text === null ? null : markText(post.text, SEED),
    language: post.language,
    followersBucket:
      post.followers === null ? null : Math.floor(Math.log2(Math.max(0, post.followers) + 1)),
    deletedMs: post.deletedMs ?? null,
  };
}
