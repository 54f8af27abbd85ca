import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { SourcePost } from '../../functions/model/post.ts';
import { millionPosts } from './million-posts.ts';

/** Writes such posts as a file that `turfwatch check` reads; packed where its name ends in `.gz`. */
export async function writeMillion(file: string, posts: readonly SourcePost[]): Promise<void> {
  const lines = Readable.from(chunksOf(posts));
  const sink = createWriteStream(file);
  await (file.endsWith('.gz')
    ? pipeline(lines, createGzip({ level: 1 }), sink)
    : pipeline(lines, sink));
}

function* chunksOf(posts: readonly SourcePost[]): Generator<string> {
  for (let from = 0; from < posts.length; from += 1000) {
    yield posts
      .slice(from, from + 1000)
      .map(lineOf)
      .join('');
  }
}

function lineOf(post: SourcePost): string {
  const line = {
    id: post.id,
    source: 'x',
    hashtags: post.hashtags,
    createdAt: new Date(post.createdMs).toISOString(),
    author: post.authorId,
    authorCreatedAt:
      post.authorCreatedMs === null ? null : new Date(post.authorCreatedMs).toISOString(),
    repost: post.repost,
    text: post.text,
  };
  return `${JSON.stringify(line)}\n`;
}

if (import.meta.main) {
  const [file = '', posts = '', kind = 'many'] = process.argv.slice(2);
  await writeMillion(file, millionPosts({ posts: Number(posts), oneHashtag: kind === 'one' }));
}
