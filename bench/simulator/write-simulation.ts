import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { SimulatedPost } from './simulated-post.ts';
import type { Truth } from './truth.ts';

const compress = promisify(gzip);

/** Writes posts as JSON lines, gzip: the shape that every other command reads. Same posts, same bytes. */
export async function writePosts(file: string, posts: readonly SimulatedPost[]): Promise<void> {
  await writeFile(file, await compress(jsonLines(posts)));
}

/** Writes `posts.jsonl.gz`, and `truth.jsonl.gz` beside it, which no signal may read. */
export async function writeSimulation(
  folder: string,
  posts: readonly SimulatedPost[],
  truth: readonly Truth[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writePosts(join(folder, 'posts.jsonl.gz'), posts);
  await writeFile(join(folder, 'truth.jsonl.gz'), await compress(jsonLines(truth.flatMap(lines))));
}

/** One line a post, each with the whole truth of its event. */
function lines({ posts, ...event }: Truth): readonly object[] {
  return posts.map(({ id, role }) => ({ id, role, ...event }));
}

function jsonLines(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
