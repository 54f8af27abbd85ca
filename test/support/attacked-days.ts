import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { demoWeek } from '../../bench/simulator/demo-week.ts';

/** The attacked hashtag of the demonstration week, and one on which nothing happens. */
export const ATTACKED = 'tervalimode';
export const QUIET = 'quillamerro';

const UNTIL = Date.UTC(2026, 2, 3, 19);

/**
 * The first two days of the demonstration week: a quiet day, then an attack that deletes, and what
 * follows it until the burst is over.
 */
export function attackedDays() {
  return demoWeek(1).posts.filter(
    (post) =>
      Date.parse(post.createdAt) < UNTIL &&
      post.hashtags.some((hashtag) => hashtag === ATTACKED || hashtag === QUIET),
  );
}

/** The same as a file of JSON lines, in a folder of its own that the caller removes. */
export async function writeAttackedDays(): Promise<{
  readonly dir: string;
  readonly file: string;
}> {
  const dir = await mkdtemp(join(tmpdir(), 'turfwatch-'));
  const file = join(dir, 'posts.jsonl.gz');
  const lines = attackedDays().map((post) => `${JSON.stringify(post)}\n`);
  await writeFile(file, gzipSync(lines.join('')));
  return { dir, file };
}
